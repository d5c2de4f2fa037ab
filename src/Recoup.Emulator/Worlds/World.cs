using System.Diagnostics.CodeAnalysis;
using System.Text;
using Recoup.Catalogs;
using Recoup.Catalogs.Files;
using Recoup.Emulator.Worlds;

namespace Recoup.Emulator;

/// <summary>
/// The state of an emulator as JSON: accounts and their access to each other, connections, the upstream, stubs and files. It is the value
/// of <see cref="RecoupEmulatorOptions.World"/>. A world never changes, so any number of emulators can start with it.
/// </summary>
/// <remarks>
/// <c>docs/emulator.md</c> describes the format, and <c>world.schema.json</c>, a resource of this assembly, is its JSON Schema. A world has
/// at most 4 MiB of JSON, 256 levels of nesting, 1,000 accounts and 10,000 entries of any other list.
/// </remarks>
/// <example>
/// <code>
/// var world = World.Parse("""
///     {
///       "accounts": { "label": { "connections": { "googlesheets": "active" } }, "artist": {} },
///       "stubs": [{ "action": "GOOGLESHEETS_BATCH_UPDATE", "outcomes": [{ "failsUpstream": true }] }]
///     }
///     """);
/// await using var emulator = RecoupEmulator.Start(catalog, new RecoupEmulatorOptions { World = world });
/// </code>
/// </example>
public sealed class World
{
    private readonly ReadOnlyMemory<byte> _utf8;

    internal World(ReadOnlyMemory<byte> utf8) => _utf8 = utf8;

    internal string? Path { get; init; }

    /// <summary>The accounts, the default one first.</summary>
    internal IReadOnlyList<WorldAccount> Accounts { get; init; } = [];

    internal IReadOnlyList<WorldName> SharedConnections { get; init; } = [];

    internal bool IsUpstreamDown { get; init; }

    internal IReadOnlyList<WorldStub> Stubs { get; init; } = [];

    internal IReadOnlyList<WorldFile> Files { get; init; } = [];

    internal IReadOnlyList<WorldStagedFile> StagedFiles { get; init; } = [];

    /// <summary>Loads a world from a file.</summary>
    /// <param name="path">
    /// The file. A relative path is looked up in the current directory, then in the directory of the running program.
    /// </param>
    /// <exception cref="RecoupEmulatorException">
    /// The file does not exist, or has problems. The message lists all problems, each with its line, its column and its JSON pointer.
    /// Connectors and actions that the catalog does not have are reported when an emulator starts.
    /// </exception>
    public static World Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            return WorldReader.Read(TextFile.ReadUtf8(DocumentFile.FindWorld(path), "a world", WorldLimits.Bytes), path);
        }
        catch (CatalogException exception)
        {
            throw new RecoupEmulatorException(exception.Message, exception);
        }
    }

    /// <summary>Reads a world from its JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="RecoupEmulatorException">The text has problems; see <see cref="Load"/>.</exception>
    public static World Parse([StringSyntax(StringSyntaxAttribute.Json)] string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return json.Length <= WorldLimits.Bytes && Encoding.UTF8.GetByteCount(json) <= WorldLimits.Bytes
            ? WorldReader.Read(Encoding.UTF8.GetBytes(json), path: null)
            : throw new RecoupEmulatorException(
                $"The text of the world has more than {WorldLimits.Bytes >> 20} MB. Give a smaller one.");
    }

    /// <summary>Returns the JSON text of the world.</summary>
    public string ToJson() => Encoding.UTF8.GetString(_utf8.Span);
}
