using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Contracts.Learning;
using Recoup.Tests.Driving;

namespace Recoup.Contracts.Tests.Learning;

/// <summary>The C# that is generated from learned schemas, and what widening does to it.</summary>
public sealed class LearnedTypeTests : IDisposable
{
    private const string Message =
        """{"id":"18c","size":12,"date":"2024-01-02T03:04:05Z","from":{"mail":"ann@example.com","name":null},"labels":["INBOX"],"""
        + "\"flags\":[]}";

    private readonly RecordingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Payloads => new()
    {
        { "an object", $$"""{"messages":[{{Message}}],"total":1,"next":null}""" },
        { "a list", $"[{Message},{Message}]" },
        { "a map", $$"""{"2024-01-02":{{Message}}}""" },
        {
            "names that are no identifiers",
            """{"a b":{"+1":1,"-1":2},"class":{"__proto__":"x"},"na\"me":[{"\n\\":1},{"*/":"//"}],"Ünïcode":true}"""
        },
        { "kinds that differ", """{"a":[1,"x",{"b":1},[2],null],"c":[{"d":1},"x"]}""" },
        { "a payload like an envelope", """{"data":{"a":1},"successful":true,"more":[1.5]}""" },
    };

    [Theory]
    [MemberData(nameof(Payloads))]
    public void Learned_types_compile_and_read_what_they_were_learned_from(string about, string payload)
    {
        var catalog = Catalog(RecordingFolder.Schema(RecordingFolder.Of(Repeated(payload))).GetRawText());
        var views = new GeneratedViews(Recoup.Tests.Driving.Program.Load(Generation.Run(catalog)), RecoupCatalog.Parse(catalog));
        var json = JsonElement.Parse(payload);

        views.IsTyped("TEST_ONE").ShouldBeTrue(about);
        var read = Text(views.Read("TEST_ONE", JsonElement.Parse($$"""{"data":{{payload}},"error":null,"successful":true}""")));
        SameJson.Are(read, Text(views.Described("TEST_ONE", json))).ShouldBeTrue($"{about}: {read}");
    }

    [Fact]
    public void A_recording_that_changes_the_generated_types_is_announced_member_by_member()
    {
        Learn($$"""{"messages":[{{Message}}],"next":null,"total":1}""");

        var result = Learn(
            """{"messages":[{"id":7,"size":0.5,"date":"soon","from":{"mail":null,"name":"Ann"},"labels":null,"flags":["x"]}],"total":2}""");

        result.TypeChanges.ShouldBe(
            [
                "TEST_ONE: result.messages[].date: DateTimeOffset? -> string? (Test.OneResultMessages.Date)",
                "TEST_ONE: result.messages[].flags: IReadOnlyList<JsonElement> -> IReadOnlyList<string> (Test.OneResultMessages.Flags)",
                "TEST_ONE: result.messages[].from.name: JsonElement -> string? (Test.OneResultMessagesFrom.Name)",
                "TEST_ONE: result.messages[].id: string? -> JsonElement (Test.OneResultMessages.Id)",
                "TEST_ONE: result.messages[].size: long? -> double? (Test.OneResultMessages.Size)",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void A_catalog_gives_the_announcement_its_names()
    {
        var catalog = RecoupCatalog.Parse(Diff.Catalog(Diff.Action(RecordingFolder.Slug, "{}", connector: "test_one")));
        Learn("""{"size":1}""");

        Learn("""{"size":0.5}""", new LearnOptions { Catalog = catalog }).TypeChanges.ShouldHaveSingleItem()
            .ShouldStartWith("TEST_ONE: result.size: long? -> double? (");
    }

    [Fact]
    public void The_same_change_is_announced_for_each_action()
    {
        string All(string payload) =>
            _folder.Write(Enumerable.Range(10, 20).Select(i => RecordingFolder.Payload(payload, $"TEST_DO_{i}")));
        _folder.Learn(new LearnOptions(), All("""{"size":1}"""));

        var changes = _folder.Learn(new LearnOptions(), All("\"text\"")).TypeChanges;

        changes.Count.ShouldBe(20);
        changes[0].ShouldStartWith("TEST_DO_10: ");
        changes[19].ShouldStartWith("TEST_DO_29: ");
    }

    [Fact]
    public void A_new_member_and_one_that_is_missing_break_no_program()
    {
        Learn("""{"a":1,"b":2}""");

        var result = Learn("""{"a":null,"c":3}""");

        result.Widened.ShouldBe(["TEST_ONE"]);
        result.TypeChanges.ShouldBeEmpty();
    }

    private LearnResult Learn(string payload, LearnOptions? options = null) =>
        _folder.Learn(options ?? new LearnOptions(), _folder.Write(RecordingFolder.Payload(payload)));

    private static JsonElement Text(System.Text.Json.Nodes.JsonNode? node) => JsonSerializer.SerializeToElement(node);

    private static IEnumerable<string> Repeated(string payload) => Enumerable.Repeat(payload, 3);

    private static string Catalog(string schema) => Diff.Catalog(Diff.Action(RecordingFolder.Slug, """{"type":"object"}""", schema));
}
