using Recoup.Emulator.Tests.Hosts;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Control;

/// <summary>A recording that is sent over HTTP is used as a whole, or refused with the line that is wrong.</summary>
public sealed class RecordingTests
{
    private const string Header = """{"recoup":"recording","version":1,"created":"2026-11-27T14:00:00.000Z","replaces":[]}""";
    private const string Call = $$"""
        {"slug":"{{Update}}","parameters":{{ValidUpdate}},"status":200,"result":{"recorded":true},"time":"2026-11-27T14:00:01.123Z"}
        """;
    private const string NotCall = "expected a recorded call, a JSON object in one line";

    private static readonly string Deep = new string('[', 600) + new string(']', 600);

    public static TheoryData<string, string> Unusable => new()
    {
        { "this is not json\n", $"recording:1: {NotCall}. " },
        { "{\"slug\":\n", $"recording:1: {NotCall}. " },
        { "{\"slug\":", $"recording:1: {NotCall}. " },
        { Call + "\n" + Call[..50], $"recording:2: {NotCall}. " },
        { Call + "\n" + Call[..^1] + $",\"x\":{Deep}}}\n", $"recording:2: {NotCall}. " },
        { Call + "\n" + Call[..^1] + $",\"x\":{Deep}}}", $"recording:2: {NotCall}. " },
        { Call + "\n[]", $"recording:2: {NotCall}, got an array." },
        { "", "recording: expected at least one recorded call, got none." },
        { "\n \n", "recording: expected at least one recorded call, got none." },
        { Header + "\n", "recording: expected at least one recorded call, got none." },
        { Call.Replace("1AbC", "\\ud800", StringComparison.Ordinal), "recording:1: \"parameters\" contains half of a surrogate pair." },
        { Call.Replace(":200", ":404", StringComparison.Ordinal), "recording:1: expected \"error\" or \"text\" with status 404, " },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task What_cannot_be_used_is_refused_and_adds_nothing(string recording, string detail)
    {
        await using var controlled = await ControlledEmulator.StartAsync();

        var added = await controlled.Http.PostAsync("/_recoup/recordings", recording, "application/jsonl");
        var answer = await controlled.Http.ExecuteAsync(Update, ValidUpdate);

        ((int)added.Status, added.ContentType).ShouldBe((400, "application/problem+json"), added.Body);
        added.Json.GetProperty("detail").GetString().ShouldNotBeNull().ShouldStartWith(detail);
        answer.Body.ShouldNotContain("recorded");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task The_line_feed_of_the_last_line_may_be_missing(string end)
    {
        await using var controlled = await ControlledEmulator.StartAsync();

        var added = await controlled.Http.PostAsync("/_recoup/recordings", $"{Header}\n{Call}{end}", "application/jsonl");
        var answer = await controlled.Http.ExecuteAsync(Update, ValidUpdate);

        ((int)added.Status).ShouldBe(204, added.Body);
        answer.Body.ShouldContain("\"recorded\":true");
    }

    [Theory]
    [InlineData("misses=fail&misses=fail", "misses: expected one value, got 2.")]
    [InlineData("misses=", "misses: expected a value, got an empty one.")]
    [InlineData("expires=", "expires: expected a value, got an empty one.")]
    public async Task An_option_is_given_once(string query, string problem)
    {
        await using var controlled = await ControlledEmulator.StartAsync();

        var added = await controlled.Http.PostAsync("/_recoup/recordings?" + query, Call, "application/jsonl");

        ((int)added.Status).ShouldBe(400, added.Body);
        added.Json.GetProperty("detail").GetString().ShouldBe("The query parameter " + problem);
    }
}
