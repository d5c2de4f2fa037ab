using System.Text;
using Recoup.Recordings;

namespace Recoup.Typed.Tests.Recordings;

// Alone, because it measures the memory of the process.
[Collection(nameof(RecordingReaderTests)), CollectionDefinition(nameof(RecordingReaderTests), DisableParallelization = true)]
public sealed class RecordingReaderTests
{
    private const string Header = """{"recoup":"recording","version":1,"created":"2026-11-27T14:00:00.000Z","replaces":["email"]}""";
    private const string AnyCall = """{"slug":"A","parameters":{},"time":"2026-11-27T14:00:01Z",""";

    private static readonly string Deep = $"{AnyCall}\"status\":200,\"result\":{new string('[', 600)}{new string(']', 600)}}}";

    [Fact]
    public void A_call_is_read_with_all_its_members()
    {
        var (calls, notes) = Read(Header, """
            {"slug":"ACME_FIND","account":"0123456789abcdef","parameters":{"to":"user-1@example.com"},"status":200,"result":[1,{"a":2}],
            """ + """
            "executedAt":"2026-11-27T14:00:02.000Z","time":"2026-11-27T14:00:01.123Z","duration":12.5,"replaced":["/parameters/to"]}
            """);

        notes.ShouldBeEmpty();
        var call = calls.ShouldHaveSingleItem();
        call.Place.ShouldBe("r.jsonl:2");
        call.Slug.ShouldBe("ACME_FIND");
        call.Account.ShouldBe("0123456789abcdef");
        call.Parameters.ShouldBe("""{"to":"user-1@example.com"}""");
        call.Status.ShouldBe(200);
        call.Result.ShouldBe("""[1,{"a":2}]""");
        call.ExecutedAt.ShouldBe("2026-11-27T14:00:02.000Z");
        call.Time.ShouldBe(new DateTimeOffset(2026, 11, 27, 14, 0, 1, 123, TimeSpan.Zero));
        call.Duration.ShouldBe(TimeSpan.FromMilliseconds(12.5));
        call.Replaced.ShouldBe(["/parameters/to"]);
    }

    [Theory]
    [InlineData(""" "error":{"error":502,"message":"down"} """, """{"error":502,"message":"down"}""", null)]
    [InlineData(""" "text":"<html>" """, null, "<html>")]
    [InlineData(""" "future":[{"a":[]}],"text":"a\nb" """, null, "a\nb")]
    public void An_error_is_read_as_JSON_or_as_text(string member, string? error, string? text)
    {
        var (calls, _) = Read($$$"""{"time":"2026-11-27T14:00:01Z",{{{member}}},"status":502,"parameters":{ },"slug":"A"}""");

        var call = calls.ShouldHaveSingleItem();
        (call.Error, call.Text, call.Result).ShouldBe((error, text, null));
    }

    [Theory]
    [InlineData("""{"\ud83d\ude00":"\ud83d\ude00"}""")]
    [InlineData("""{"\ud800":["\udc00"]}""")]
    public void Halves_of_surrogate_pairs_in_values_are_left_to_the_consumer(string value)
    {
        var (calls, _) = Read(AnyCall + $$""" "status":200,"\ud83d\ude00":{{value}},"result":{{value}}}""");

        calls.ShouldHaveSingleItem().Result.ShouldBe(value);
    }

    [Fact]
    public void Headers_stand_anywhere_and_empty_lines_count_only_in_numbers()
    {
        var (calls, notes) = Read("\uFEFF" + Header, Call("A"), "", "  \r", Header + "\r", Call("B") + "\r");

        notes.ShouldBeEmpty();
        calls.Select(call => call.Place).ShouldBe(["r.jsonl:2", "r.jsonl:6"]);
    }

    public static TheoryData<string> Cuts()
    {
        var call = Call("Ä");
        return new(Enumerable.Range(1, call.Length - 1).Select(length => call[..length]));
    }

    [Theory]
    [MemberData(nameof(Cuts))]
    public void A_last_line_that_is_cut_anywhere_is_dropped_with_a_note(string cut)
    {
        var (calls, notes) = Read(Encoding.UTF8.GetBytes(Header + "\n" + Call("A") + "\n" + cut));

        calls.ShouldHaveSingleItem().Slug.ShouldBe("A");
        notes.ShouldHaveSingleItem().ShouldBe("r.jsonl:3: the last line is cut, and was ignored.");
    }

    [Fact]
    public void A_last_line_that_is_cut_inside_a_character_is_dropped_with_a_note()
    {
        var content = Encoding.UTF8.GetBytes(Header + "\n" + Call("Ä"));

        var (calls, notes) = Read(content[..(content.IndexOf((byte)0xC3) + 1)]);

        calls.ShouldBeEmpty();
        notes.ShouldBe(["r.jsonl:2: the last line is cut, and was ignored."]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r")]
    [InlineData(" ")]
    public void A_last_line_without_a_line_feed_is_a_call_if_it_is_whole(string end)
    {
        var (calls, notes) = Read(Encoding.UTF8.GetBytes(Header + "\n" + Call("A") + "\n" + Call("B") + end));

        notes.ShouldBeEmpty();
        calls.Select(call => call.Slug).ShouldBe(["A", "B"]);
    }

    public static TheoryData<string> BrokenEnds => new()
    {
        Call("B")[..20] + "\n",
        "this is not json\n",
        Deep + "\n",
        Deep,
        "[1]",
        """{"recoup":"recording","version":2}""",
    };

    [Theory]
    [MemberData(nameof(BrokenEnds))]
    public void A_last_line_that_is_not_cut_but_broken_is_an_error(string line) =>
        Should.Throw<InvalidDataException>(() => Read(Encoding.UTF8.GetBytes(Header + "\n" + Call("A") + "\n" + line)))
            .Message.ShouldStartWith("r.jsonl:3: ");

    [Fact]
    public void A_last_line_that_is_cut_is_an_error_if_nothing_may_be_ignored() =>
        Should.Throw<InvalidDataException>(() => RecordingReader.Read(new MemoryStream("{\"slug\":"u8.ToArray()), "r.jsonl").ToList())
            .Message.ShouldStartWith("r.jsonl:1: expected a recorded call, a JSON object in one line. ");

    [Theory]
    [InlineData("""{"slug":"A" """, "expected a recorded call, a JSON object in one line. ")]
    [InlineData("""{"a":1} {"b":2}""", "expected a recorded call, a JSON object in one line. ")]
    [InlineData("[1]", "expected a recorded call, a JSON object in one line, got an array.")]
    [InlineData("{}", "expected \"slug\", a string, but it is missing.")]
    [InlineData("""{"slug":7}""", "expected \"slug\" to be a string, got 7.")]
    [InlineData("""{"slug":""}""", "expected \"slug\" to be a slug, got .")]
    [InlineData("""{"slug":"\uD800"}""", "\"slug\" contains half of a surrogate pair.")]
    [InlineData("""{"slug":"A"}""", "expected \"parameters\", an object, but it is missing.")]
    [InlineData("""{"slug":"A","parameters":[]}""", "expected \"parameters\" to be an object, got an array.")]
    [InlineData("""{"slug":"A","parameters":{}}""", "expected \"status\", an HTTP status, but it is missing.")]
    [InlineData("""{"slug":"A","parameters":{},"status":"200"}""", "expected \"status\" to be an HTTP status, got 200.")]
    [InlineData("""{"slug":"A","parameters":{},"status":104}""", "expected \"status\" to be an HTTP status, got 104.")]
    [InlineData("""{"slug":"A","parameters":{},"status":200}""", "expected \"time\", a date and time, but it is missing.")]
    [InlineData("""{"slug":"A","parameters":{},"status":200,"time":"now"}""", "expected \"time\" to be a date and time, such as")]
    [InlineData("""{"slug":"A","s\ud800":1}""", "the name of a member contains half of a surrogate pair.")]
    [InlineData("""{"recoup":"recording","version":1,"replaces":["\ud800"]}""", "the header contains half of a surrogate pair.")]
    [InlineData("""{"recoup":"recordin\ud800","version":1}""", "the header contains half of a surrogate pair.")]
    [InlineData(AnyCall + """ "status":404}""", "expected \"error\" or \"text\" with status 404, got neither.")]
    [InlineData(AnyCall + """ "status":502}""", "expected \"error\" or \"text\" with status 502, got neither.")]
    [InlineData(AnyCall + """ "status":401,"result":{}}""", "expected \"error\" or \"text\" with status 401, got \"result\".")]
    [InlineData(
        AnyCall + """ "status":401,"text":"a","error":{}}""",
        "expected \"error\" or \"text\" with status 401, got \"error\" and \"text\".")]
    [InlineData(
        AnyCall + """ "status":200,"result":null,"error":null}""",
        "expected \"result\", \"error\" or \"text\" with status 200, got \"result\" and \"error\".")]
    [InlineData("""{"recoup":"recording"}""", "the header has no version.")]
    [InlineData("""{"recoup":"catalog","version":1}""", "expected \"recoup\": \"recording\", got \"catalog\".")]
    [InlineData(
        """{"recoup":"recording","version":2}""",
        "the recording has version 2 of the format, and this version of Recoup reads version 1.")]
    [InlineData("""{"recoup":"recording","version":"1"}""", "the recording has version \"1\" of the format")]
    public void Any_other_broken_line_is_an_error_with_file_and_line(string line, string problem)
    {
        var thrown = Should.Throw<InvalidDataException>(() => Read(Header, line, Call("A")));

        thrown.Message.ShouldStartWith("r.jsonl:2: " + problem);
    }

    [Theory]
    [InlineData("""{"recoup":"recording","version":1,"replaces":["~"]}""")]
    [InlineData("""{"recoup":"record~ng","version":2}""")]
    [InlineData("""{"slug":"A","parameters":{"~":1},"status":200,"time":"2026-11-27T14:00:01Z"}""")]
    [InlineData("""{"slug":"A","parameters":{},"status":200,"time":"2026-11-27T14:00:01Z","result":"~"}""")]
    public void A_line_that_is_not_UTF_8_is_an_error_with_file_and_line(string line)
    {
        var bytes = Encoding.UTF8.GetBytes($"{Header}\n{line}\n").Select(one => one == '~' ? (byte)0x83 : one).ToArray();

        var thrown = Should.Throw<InvalidDataException>(() => Read(bytes));

        thrown.Message.ShouldBe("r.jsonl:2: expected a recorded call, a JSON object in one line, got bytes that are not UTF-8.");
    }

    [Theory]
    [InlineData("""{"recoup":"recording","version":2}""")]
    [InlineData("""{"slug":"A","parameters":{},"status":200}""")]
    public void A_last_line_that_is_whole_but_wrong_is_an_error(string line) =>
        Should.Throw<InvalidDataException>(() => Read(Header, line));

    [Fact]
    public void A_missing_file_is_reported_as_such() =>
        Should.Throw<FileNotFoundException>(() => RecordingReader.Read("missing.jsonl").ToList());

    [Fact]
    public void A_line_beyond_the_limit_is_an_error_and_one_at_the_limit_is_read()
    {
        var lines = new RecordingLines(new MemoryStream([.. new byte[100_000], (byte)'\n', .. new byte[200_000]]), "r.jsonl", 100_000);

        lines.Read().ShouldBeTrue();
        lines.Line.Length.ShouldBe(100_000);
        Should.Throw<InvalidDataException>(() => lines.Read()).Message.ShouldBe(
            "r.jsonl:2: the line has more than 100,000 bytes, the longest that a recording may have.");
    }

    [Fact]
    public void The_memory_does_not_depend_on_the_length_of_the_file()
    {
        // 1 GB in lines of 1 MB. The memory of the process may not grow by more than some lines.
        var line = Encoding.UTF8.GetBytes(Call("A", new string('x', 1_000_000)) + "\n");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;

        var count = RecordingReader
            .Read(new RepeatedStream(line, 1000), "r.jsonl", cancellationToken: TestContext.Current.CancellationToken)
            .Select((call, index) => index % 250 == 0 ? most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true)) : 0)
            .Count();

        count.ShouldBe(1000);
        (most - before).ShouldBeLessThan(32_000_000);
    }

    [Fact]
    public void Lines_of_any_length_are_divided_rightly_at_any_boundary_of_the_buffer()
    {
        var random = new Random(1);
        var lengths = Enumerable.Range(0, 300)
            .Select(_ => random.Next(3) switch { 0 => random.Next(4), 1 => random.Next(5000), _ => 65_536 - random.Next(3) })
            .ToArray();
        var content = lengths
            .SelectMany((length, index) => Enumerable.Repeat((byte)('a' + (index % 26)), length).Append((byte)'\n'))
            .ToArray();

        var lines = new RecordingLines(new DribblingStream(content), "r.jsonl");
        var read = new List<int>();
        while (lines.Read())
        {
            lines.IsTerminated.ShouldBeTrue();
            lines.Line.Span.ContainsAnyExcept((byte)('a' + (read.Count % 26))).ShouldBeFalse();
            read.Add(lines.Line.Length);
        }

        read.ShouldBe(lengths);
    }

    private static string Call(string slug, string result = "r") => $$"""
        {"slug":"{{slug}}","account":null,"parameters":{"q":"ü"},"status":200,"result":"{{result}}","time":"2026-11-27T14:00:01.123Z"}
        """;

    private static (IReadOnlyList<ReadCall> Calls, IReadOnlyList<string> Notes) Read(params string[] lines) =>
        Read(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line.TrimEnd('\n') + "\n"))));

    private static (IReadOnlyList<ReadCall> Calls, IReadOnlyList<string> Notes) Read(byte[] content)
    {
        var notes = new List<string>();
        var calls = RecordingReader.Read(new MemoryStream(content), "r.jsonl", notes.Add).Select(ReadCall.Of).ToList();
        return (calls, notes);
    }

    /// <summary>What a consumer keeps of a call: its own copies.</summary>
    private sealed record ReadCall(
        string Place, string Slug, string? Account, string Parameters, int Status, string? Result, string? Error, string? Text,
        string? ExecutedAt, DateTimeOffset Time, TimeSpan Duration, IReadOnlyList<string> Replaced)
    {
        public static ReadCall Of(RecordedCall call) => new(
            call.Place, call.Slug, call.Account, Encoding.UTF8.GetString(call.Parameters.Span), call.Status, Copy(call.Result),
            Copy(call.Error), call.Text, call.ExecutedAt, call.Time, call.Duration, call.Replaced);

        private static string? Copy(ReadOnlyMemory<byte>? json) => json is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;
    }

    private sealed class RepeatedStream(byte[] part, int times) : OneWayStream
    {
        private long _position;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var at = (int)(_position % part.Length);
            var read = _position >= (long)part.Length * times ? 0 : Math.Min(count, part.Length - at);
            part.AsSpan(at, read).CopyTo(buffer.AsSpan(offset));
            _position += read;
            return read;
        }
    }

    /// <summary>Gives a few bytes at a time.</summary>
    private sealed class DribblingStream(byte[] content) : OneWayStream
    {
        private readonly Random _random = new(2);
        private int _position;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = Math.Min(Math.Min(count, 1 + _random.Next(40_000)), content.Length - _position);
            content.AsSpan(_position, read).CopyTo(buffer.AsSpan(offset));
            _position += read;
            return read;
        }
    }

    private abstract class OneWayStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
