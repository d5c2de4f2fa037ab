using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Typed.Generated;
using Recoup.Typed.Tests.Samples;

namespace Recoup.Typed.Tests.Writing;

public sealed class HalfPairTests
{
    private const string High = "a\uD83D";
    private const string Low = "ab\uDE00c";

    public static TheoryData<string, string?, Func<CallWriter, CallWriter>> Writes => new()
    {
        { "/a", "a", call => call.Text("a", High) },
        { "/a", "a", call => call.OptionalText("a", Low) },
        { "/first_name", "firstName", call => call.Text("first_name", "😀\uD83D") },
        { "/a/1", null, call => call.Texts("a", ["😀", High]) },
        { "/a", "a", call => call.Enum<Detail>("a", High) },
        { "/a/0", null, call => call.Enums<Detail>("a", [Low]) },
        { "/a", "a", call => call.Value<Target>("a", High) },
        { "/a/0", null, call => call.Objects<Target>("a", [High]) },
        { "/a", "a", call => call.Value<StringOrInteger>("a", Low) },
        { "/a", "a", call => call.Value("a", (StringOrInteger)'\uD83D') },
        { "/a/full_name", null, call => call.Object("a", new Person { FullName = High }) },
        { "/a", "a", call => call.Any("a", JsonValue.Create(High)) },
        { "/a", "a", call => call.Any("a", JsonValue.Create('\uDE00')) },
        { "/a", "a", call => call.Any("a", new JsonArray(1, new JsonObject { ["b"] = Low })) },
        { "/a", "a", call => call.Any("a", new JsonObject { [High] = 1 }) },
        { "/a", "a", call => call.Any("a", JsonNode.Parse("""["\ud83d"]""")) },
        { "/a", "a", call => call.Any("a", JsonNode.Parse("""{"b":{"\uDE00":1}}""")) },
        { "/a/0", null, call => call.Anys("a", [JsonValue.Create(High)]) },
        { "/a/a\uFFFD", null, call => call.Map("a", new Dictionary<string, JsonNode?> { ["x"] = 1, [High] = 1 }) },
        { "/a/k", null, call => call.Map("a", new Dictionary<string, JsonNode?> { ["k"] = High }) },
        { "/a\uFFFD", "a", call => call.Key(High).Item(1) },
        { "/a", "a", call => call.File("a", new StagedFile("n", High, "k"), false) },
        { "/a", "a", call => call.File("a", new string(Low), true) },
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public void A_call_refuses_half_of_a_surrogate_pair_with_slug_place_and_rule(
        string place, string? parameter, Func<CallWriter, CallWriter> write)
    {
        var thrown = Should.Throw<ArgumentException>(() => write(CallWriter.Start("ACME_DO")).ToCall());

        thrown.Message.ShouldStartWith($"ACME_DO: {place}: expected a string that UTF-8 can represent, got half of a surrogate pair");
        thrown.ParamName.ShouldBe(parameter);
    }

    [Fact]
    public void Whole_pairs_are_written()
    {
        var json = CallWriter.Start("ACME_DO")
            .Text("a", "😀")
            .Texts("b", ["\U0010FFFF\uFFFD"])
            .Any("c", JsonNode.Parse("""["\ud83d\ude00"]"""))
            .ToCall()
            .ToJson();

        json.GetProperty("a").GetString().ShouldBe("😀");
        json.GetProperty("b")[0].GetString().ShouldBe("\U0010FFFF\uFFFD");
        json.GetProperty("c")[0].GetString().ShouldBe("😀");
    }

    [Theory]
    [InlineData("""{"a":"\ud83d"}""")]
    [InlineData("""{"a":[{"\uDE00":1}]}""")]
    public void A_call_by_slug_refuses_it_before_anything_is_sent(string json)
    {
        var handler = ScriptedHandler.Returning(HttpStatusCode.OK, """{"success":true,"result":{}}""");
        using var client = Clients.Over(handler);
        using var parameters = JsonDocument.Parse(json);

        Should.Throw<ArgumentException>(() =>
        {
            _ = client.ExecuteAsync("ACME_DO", parameters.RootElement, cancellationToken: TestContext.Current.CancellationToken);
        }).Message.ShouldStartWith("ACME_DO: expected a string that UTF-8 can represent");
        handler.Sent.ShouldBeEmpty();
    }
}
