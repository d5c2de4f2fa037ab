using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests;

/// <summary>
/// Each row of the type table and each naming rule has three files under Snapshots: a small catalog, the approved source, and calls with
/// the JSON that goes over the wire. A new row needs three new files. Another test checks that every type feature has a row.
/// </summary>
public sealed class SnapshotTests
{
    private static readonly string Folder = Path.Combine(TestData.Repository, "tests", "Recoup.Generators.Tests", "Snapshots");

    public static TheoryData<string> Rows =>
        new(Directory.GetFiles(Folder, "*.catalog.json")
            .Select(path => Path.GetFileName(path)[..^".catalog.json".Length])
            .Order(StringComparer.Ordinal));

    // Shouldly finds the folder by the frame of the test, which an optimized method leaves before its last call.
    [Theory]
    [MemberData(nameof(Rows))]
    [MethodImpl(MethodImplOptions.NoOptimization)]
    public void The_source_is_the_approved_one(string row)
    {
        var sources = Generation.Run(Read(row, "catalog.json")).Sources.OrderBy(source => source.Key, StringComparer.Ordinal);

        string.Join("\n", sources.Select(source => "// " + source.Key + "\n" + source.Value))
            .ShouldMatchApproved(approval =>
                approval.SubFolder("Snapshots").WithFilenameGenerator((_, _, type, extension) => $"{row}.{type}.{extension}"));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_calls_compile_and_write_the_wire_JSON(string row)
    {
        var calls = Read(row, "calls.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(" => ")).ToArray();
        var code =
            new StringBuilder(
                "#pragma warning disable RCPEXP01 // one row is about the experimental actions\nusing Recoup.Actions;\npublic static "
                    + "class Probe\n{\n");
        for (var i = 0; i < calls.Length; i++)
            code.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"    public static string Call{i}() => {calls[i][0]}.ToJson().GetRawText();\n");

        var program = Program.Load(Generation.Run(Read(row, "catalog.json"), code.Append('}').ToString()));

        calls.ShouldNotBeEmpty();
        for (var i = 0; i < calls.Length; i++)
        {
            var json = (string)program.Run("Call" + i)!;
            JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(calls[i][1])).ShouldBeTrue($"{calls[i][0]} wrote {json}");
        }
    }

    private static string Read(string row, string kind) => File.ReadAllText(Path.Combine(Folder, row + "." + kind));
}
