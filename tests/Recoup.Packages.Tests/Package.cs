using System.IO.Compression;
using System.Xml.Linq;

namespace Recoup.Packages.Tests;

/// <summary>One file that a feed takes.</summary>
internal sealed class Package : IDisposable
{
    private readonly ZipArchive _archive;

    public Package(string path)
    {
        _archive = ZipFile.OpenRead(path);
        var nuspec = Entries(".nuspec").Single();
        using var stream = new MemoryStream(Read(nuspec));
        Metadata = XDocument.Load(stream).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    /// <summary>What the package says of itself.</summary>
    public XElement Metadata { get; }

    /// <summary>The packed files, without those that are the format's own.</summary>
    public IReadOnlyList<string> Contents => [.. _archive.Entries
        .Select(entry => entry.FullName)
        .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal)
            && !name.StartsWith("package/", StringComparison.Ordinal)
            && !name.EndsWith(".nuspec", StringComparison.Ordinal)
            && name is not "[Content_Types].xml" and not ".signature.p7s")
        .Order(StringComparer.Ordinal)];

    public IEnumerable<string> Entries(string extension) =>
        _archive.Entries.Select(entry => entry.FullName).Where(name => name.EndsWith(extension, StringComparison.Ordinal));

    public byte[] Read(string entry)
    {
        using var stream = _archive.GetEntry(entry)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>An entry as text.</summary>
    public string Text(string entry)
    {
        using var reader = new StreamReader(_archive.GetEntry(entry)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>The text of an element of the metadata; empty where there is none.</summary>
    public string Value(string name) => Metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value ?? "";

    public void Dispose() => _archive.Dispose();
}
