using Recoup.Catalogs.Files;
using Recoup.Catalogs.Json;

namespace Recoup.Emulator.Worlds;

/// <summary>Reads the text of a world, and reports everything that is wrong with it apart from a catalog.</summary>
internal static class WorldReader
{
    private static readonly string[] UpstreamStates = ["up", "down"];

    /// <exception cref="RecoupEmulatorException">The text has problems.</exception>
    public static World Read(ReadOnlyMemory<byte> utf8, string? path)
    {
        var problems = new WorldProblems(path);
        var document = PositionedJson.Parse(utf8, out var error);
        if (document is null || error is not null)
        {
            var offset = error?.Offset ?? 0;
            var reason = error is null ? "it is empty" : ForeignText.Describe(utf8, error);
            problems.Add(document?.PositionOf(offset) ?? PositionedJson.PositionIn(utf8, offset), $"The world is not JSON: {reason}.");
            problems.Require();
        }

        var world = Read(new WorldValue(document!.Root, "", problems), utf8, path);
        problems.Require();
        return world;
    }

    /// <summary>Reads the state of the upstream.</summary>
    public static bool IsDown(WorldValue value) => value.OneOf(UpstreamStates) == "down";

    private static List<WorldName> ReadConnectors(WorldValue value)
    {
        var (connectors, slugs) = (new List<WorldName>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var item in value.Items("the shared connections", WorldLimits.Entries))
        {
            if (item.Name("the slug of a connector") is not { } connector)
                continue;
            if (!slugs.Add(connector.Text))
                item.Unexpected($"{item.Excerpt} once in the shared connections", "it again");
            connectors.Add(connector);
        }

        return connectors;
    }

    /// <summary>Reads a world; its problems are those of the value.</summary>
    public static World Read(WorldValue root, ReadOnlyMemory<byte> utf8, string? path)
    {
        var accounts = new AccountsReader();
        var (shared, isDown) = (new List<WorldName>(), false);
        var (stubs, files, staged) = (new List<WorldStub>(), new List<WorldFile>(), new List<WorldStagedFile>());
        root.Members(
            "a world",
            [
                new("$schema", value => value.Text("the address of a schema")),
                new("defaultAccount", accounts.ReadDefault),
                new("accounts", accounts.Read),
                new("sharedConnections", value => shared = ReadConnectors(value)),
                new("upstream", value => isDown = IsDown(value)),
                new("stubs", value => stubs = StubReader.Read(value)),
                new("files", value => files = FileReader.Read(value)),
                new("stagedFiles", value => staged = FileReader.ReadStaged(value)),
            ]);
        accounts.Check(stubs);
        return new World(utf8)
        {
            Path = path,
            Accounts = accounts.DefaultFirst,
            SharedConnections = shared,
            IsUpstreamDown = isDown,
            Stubs = stubs,
            Files = files,
            StagedFiles = staged,
        };
    }
}
