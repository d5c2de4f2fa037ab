using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck.Fluent;

namespace Recoup.Contracts.Tests.Learning;

/// <summary>What must hold for any recordings. They are always the same ones: nothing here depends on chance.</summary>
public sealed class LearnPropertyTests
{
    private const int Runs = 120;

    [Fact]
    public void A_learned_schema_accepts_every_payload_that_it_was_learned_from() =>
        SchemaGenerators.ForAll(PayloadGenerators.Calls, Runs, calls =>
        {
            var learned = RecordingFolder.Of(calls);
            foreach (var payload in calls)
                RecordingFolder.Accepts(learned, payload).ShouldBeTrue($"{payload}\n{learned}");
        });

    [Fact]
    public void The_order_of_calls_and_their_division_into_files_change_no_byte()
    {
        var random = new Random(4711);
        SchemaGenerators.ForAll(PayloadGenerators.Calls, Runs, calls =>
        {
            var learned = RecordingFolder.Of(calls);
            var shuffled = calls.ToArray();
            random.Shuffle(shuffled);
            using var folder = new RecordingFolder();
            var files = shuffled.Chunk(random.Next(1, calls.Length + 1))
                .Select(chunk => folder.Write(chunk.Select(payload => RecordingFolder.Payload(payload)))).ToList();
            folder.Learn(files);
            folder.Learned.ShouldBe(learned);
        });
    }

    [Fact]
    public void Learning_more_is_proved_to_widen() => SchemaGenerators.ForAll(TwoSessions, Runs, calls =>
    {
        var (one, both) = (RecordingFolder.Of(calls.First), RecordingFolder.Of([.. calls.First, .. calls.Second]));
        RecordingFolder.Includes(one, both).ShouldBeTrue($"{one}\n{both}");
    });

    [Fact]
    public void A_merge_widens_what_it_must_and_keeps_every_edit() => SchemaGenerators.ForAll(TwoSessions, Runs, calls =>
    {
        using var folder = new RecordingFolder();
        var first = folder.Write(calls.First.Select(payload => RecordingFolder.Payload(payload)));
        var second = folder.Write(calls.Second.Select(payload => RecordingFolder.Payload(payload)));
        folder.Learn(first);
        var edited = folder.Learned = Edited(folder.Learned, calls.First.Length);

        folder.Learn(first).IsChanged.ShouldBeFalse();
        folder.Learned.ShouldBe(edited);

        var isAccepted = calls.Second.All(payload => RecordingFolder.Accepts(edited, payload));
        folder.Learn(second).IsChanged.ShouldBe(!isAccepted);
        var merged = folder.Learned;
        RecordingFolder.Includes(edited, merged).ShouldBeTrue($"{edited}\n{merged}");
        foreach (var payload in calls.First.Concat(calls.Second))
            RecordingFolder.Accepts(merged, payload).ShouldBeTrue($"{payload}\n{edited}\n{merged}");
        foreach (var note in Notes(edited))
            merged.ShouldContain(note);

        folder.Learn(second, first).IsChanged.ShouldBeFalse();
        folder.Learned.ShouldBe(merged);
    });

    private static FsCheck.Gen<(string[] First, string[] Second)> TwoSessions =>
        PayloadGenerators.Calls.SelectMany(_ => PayloadGenerators.Calls, (first, second) => (first, second));

    // Titles and notes at every schema, other line ends and indentation, members in another order.
    private static string Edited(string file, int seed)
    {
        var number = 0;
        JsonNode? Edit(JsonNode? node, bool isSchema) => node switch
        {
            JsonObject { Count: > 0 } schema when isSchema => new JsonObject(
            [
                KeyValuePair.Create("title", (JsonNode?)$"note {++number} of a person"),
                .. Turned(schema, seed).Select(member => KeyValuePair.Create(member.Key, EditKeyword(member.Key, member.Value))),
                KeyValuePair.Create("x-note", (JsonNode?)new JsonArray("kept", number)),
            ]),
            _ => node?.DeepClone(),
        };
        JsonNode? EditKeyword(string keyword, JsonNode? value) => keyword switch
        {
            "properties" => new JsonObject(Turned((JsonObject)value!, seed).Select(member =>
                KeyValuePair.Create(member.Key, Edit(member.Value, isSchema: true)))),
            "anyOf" => new JsonArray([.. ((JsonArray)value!).Select(branch => Edit(branch, isSchema: true))]),
            "items" or "additionalProperties" => Edit(value, isSchema: true),
            _ => value?.DeepClone(),
        };

        var results = (JsonObject)JsonNode.Parse(file)!["results"]!;
        var edited = new JsonObject
        {
            ["results"] = new JsonObject(results.Select(member => KeyValuePair.Create(member.Key, Edit(member.Value, isSchema: true)))),
        };
        var options = new JsonSerializerOptions { WriteIndented = seed % 3 != 0, IndentCharacter = '\t', IndentSize = 1, NewLine = "\r\n" };
        return edited.ToJsonString(options);
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Turned(JsonObject members, int seed) =>
        seed % 2 == 0 ? members : members.Reverse();

    private static IEnumerable<string> Notes(string file) =>
        System.Text.RegularExpressions.Regex.Matches(file, "note \\d+ of a person").Select(match => match.Value);
}
