using System.Text;
using Recoup.Contracts.Learning.Inputs;

namespace Recoup.Contracts.Tests.Learning;

/// <summary>Recordings that are cut, mixed or hostile.</summary>
public sealed class HostileRecordingTests : IDisposable
{
    private readonly RecordingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_last_line_that_is_cut_is_noted_and_the_others_count()
    {
        var (whole, cut) = (RecordingFolder.Payload("1"), RecordingFolder.Payload("\"a\"")[..60]);
        var recording = _folder.WriteText($"{RecordingFolder.Header}\n{whole}\n{cut}");

        _folder.Learn(recording).Notes.ShouldBe([$"{recording}:3: the last line is cut, and was ignored."]);

        RecordingFolder.Schema(_folder.Learned).GetRawText().ShouldBe("""{"type":"integer"}""");
    }

    [Theory]
    [InlineData("{\"slug\":\"A\"}\n{}\n", ":2: ")]
    [InlineData("nonsense\n{}\n", ":2: ")]
    [InlineData("{\"recoup\":\"recording\",\"version\":2}\n{}\n", ":2: the recording has version 2")]
    public void A_broken_line_or_another_version_is_reported_and_no_file_is_written(string lines, string expected)
    {
        var recording = _folder.WriteText($"{RecordingFolder.Header}\n{lines}");

        Should.Throw<ContractException>(() => _folder.Learn(recording)).Message.ShouldContain(recording + expected);

        File.Exists(_folder.Output).ShouldBeFalse();
    }

    [Theory]
    [InlineData("nowhere.jsonl", "There is no file 'nowhere.jsonl'")]
    [InlineData("nowhere*.jsonl", "No file matches 'nowhere*.jsonl'")]
    public void A_file_that_is_missing_is_reported(string pattern, string expected) =>
        Should.Throw<ContractException>(() => _folder.Learn(pattern)).Message.ShouldContain(expected);

    [Fact]
    public void A_pattern_selects_files()
    {
        var one = _folder.Write(RecordingFolder.Payload("1"));
        _folder.Write(RecordingFolder.Payload("\"a\""));

        _folder.Learn(Path.Combine(Path.GetDirectoryName(one)!, "recording*.jsonl"), one);

        RecordingFolder.Schema(_folder.Learned).GetRawText().ShouldBe("""{"type":["string","integer"]}""");
    }

    [Fact]
    public void A_payload_that_is_nested_too_deeply_may_be_anything_below()
    {
        var payload = Nested(400, "1");

        _folder.Learn(_folder.Write(RecordingFolder.Payload(payload))).Notes.ShouldHaveSingleItem().ShouldContain("nested too deeply");

        RecordingFolder.Accepts(_folder.Learned, payload).ShouldBeTrue();
        RecordingFolder.Accepts(_folder.Learned, Nested(400, "\"a\"")).ShouldBeTrue();
        RecordingFolder.Accepts(_folder.Learned, Nested(10, "1")).ShouldBeFalse();
    }

    [Fact]
    public void Shapes_of_the_greatest_depth_are_still_compared_and_widened()
    {
        var (one, other) = (Nested(24, "1"), Nested(24, "null"));
        _folder.Learn(_folder.Write(RecordingFolder.Payload(one)));
        var before = _folder.Learned;

        _folder.Learn(_folder.Write(RecordingFolder.Payload(other))).Widened.ShouldBe(["TEST_ONE"]);

        RecordingFolder.Includes(before, _folder.Learned).ShouldBeTrue();
        RecordingFolder.Accepts(_folder.Learned, one).ShouldBeTrue();
        RecordingFolder.Accepts(_folder.Learned, other).ShouldBeTrue();
    }

    [Fact]
    public void A_hundred_thousand_names_are_a_map()
    {
        var payload = $"{{{string.Join(",", Enumerable.Range(0, 100_000).Select(i => $"\"name{i}\":{{\"a\":{i}}}"))}}}";

        RecordingFolder.SchemaOf(payload).ShouldBe(
            """{"type":"object","additionalProperties":{"type":"object","properties":{"a":{"type":"integer"}},"required":["a"],"""
            + "\"additionalProperties\":false}}");
    }

    [Fact]
    public void Too_many_members_in_all_objects_may_be_anything()
    {
        // 200 names in each of 200 objects in each of 20 objects.
        string Name(int i) => $"\"{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}\"";
        string Object(int count, string value) => $"{{{string.Join(",", Enumerable.Range(0, count).Select(i => $"{Name(i)}:{value}"))}}}";
        var payload = Object(20, Object(200, Object(200, "1")));

        _folder.Learn(_folder.Write(RecordingFolder.Payload(payload))).Notes.ShouldHaveSingleItem()
            .ShouldContain("too many different members");

        RecordingFolder.Schema(_folder.Learned).GetRawText().ShouldBe("{}");
        _folder.Learn(_folder.Write(RecordingFolder.Payload("5"))).IsChanged.ShouldBeFalse();
    }

    [Fact]
    public void A_string_of_ten_megabytes_is_a_string()
    {
        var text = new string('x', 10_000_000);

        RecordingFolder.SchemaOf($"\"{text}\"", $"\"https://example.com/{text}\"", $"{{\"{text}\":1}}").Length.ShouldBeLessThan(200);
    }

    [Fact]
    public void A_recording_of_many_lines_takes_no_more_memory()
    {
        var line = RecordingFolder.Payload($$"""{"text":"{{new string('x', 2000)}}","items":[1,2,{"a":null}]}""") + "\n";
        var text = new StringBuilder(RecordingFolder.Header + "\n").Insert(RecordingFolder.Header.Length + 1, line, 10_000).ToString();
        var recordings = RecordedFiles.Find([_folder.WriteText(text)]);
        recordings.Learn(null, TestContext.Current.CancellationToken);
        var before = GC.GetAllocatedBytesForCurrentThread();

        recordings.Learn(null, TestContext.Current.CancellationToken)["TEST_ONE"].Payloads.ShouldBe(10_000);

        // 20 MB of recordings: a call costs only the object that describes it, and its strings.
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(6_000_000);
    }

    [Fact]
    public void Names_do_not_imitate_lines_of_the_report()
    {
        var result = _folder.Learn(_folder.Write(RecordingFolder.Payload("""{"a\u2028## b":null,"`c`":null}""", "A\n# B")));
        using var text = new StringWriter();
        result.Write("file", isQuiet: false, text);

        result.Doubts.Split('\n').ShouldNotContain(line => line.StartsWith("# B", StringComparison.Ordinal) || line.StartsWith("## b"));
        text.ToString().Split('\n').ShouldNotContain(line => line.StartsWith("# B", StringComparison.Ordinal));
    }

    private static string Nested(int levels, string value) =>
        string.Concat(Enumerable.Repeat("{\"a\":", levels)) + value + new string('}', levels);
}
