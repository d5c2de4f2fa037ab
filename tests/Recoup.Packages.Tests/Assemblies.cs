using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Recoup.Packages.Tests;

/// <summary>Reads of assemblies what the tests ask, without loading them.</summary>
internal static class Assemblies
{
    public static IReadOnlyList<string> References(byte[] assembly)
    {
        using var file = new PEReader([.. assembly]);
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    public static bool HasEmbeddedSymbols(byte[] assembly)
    {
        using var file = new PEReader([.. assembly]);
        return file.ReadDebugDirectory().Any(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
    }

    /// <summary>The id of the symbols that belong to an assembly.</summary>
    public static Guid SymbolsId(byte[] assembly)
    {
        using var file = new PEReader([.. assembly]);
        return file.ReadCodeViewDebugDirectoryData(file.ReadDebugDirectory()
            .Single(entry => entry.Type == DebugDirectoryEntryType.CodeView)).Guid;
    }

    /// <summary>The id that a file of symbols has.</summary>
    public static Guid IdOfSymbols(byte[] symbols)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbImage(ImmutableArray.Create(symbols));
        return new Guid(provider.GetMetadataReader().DebugMetadataHeader!.Id.AsSpan()[..16]);
    }
}
