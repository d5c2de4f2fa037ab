using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Typed.Generated;
using Recoup.Typed.Tests.Samples;

namespace Recoup.Typed.Tests.Writing;

/// <summary>A JSON writer has a limit. A call that is nested deeper is refused before it reaches the limit.</summary>
public sealed class NestingTests
{
    private const int MaxDepth = 990;

    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 1000 };

    // The levels of a value that is a parameter, and how to write it.
    public static TheoryData<string, string?, int, Func<CallWriter, int, CallWriter>> Writes => new()
    {
        { "/a", "a", 1, (call, levels) => call.Any("a", Node(levels)) },
        { "/a", "a", 1, (call, levels) => call.Any("a", JsonObject.Create(Element(levels))) },
        { "/a/0", null, 2, (call, levels) => call.Anys("a", [Node(levels)]) },
        { "/a/k", null, 2, (call, levels) => call.Map("a", new Dictionary<string, JsonNode?> { ["k"] = Node(levels) }) },
        { "/a", "a", 1, (call, levels) => call.Value("a", JsonSerializer.Deserialize<Target>(Text(levels), Deep)) },
        { "/a", "a", 1, (call, levels) => call.Key("a").Item(Node(levels)) },
        { "/a/extra", null, 2, (call, levels) => call.Object("a", new Person { FullName = "A", Extra = Node(levels) }) },
    };

    [Theory]
    [MemberData(nameof(Writes), DisableDiscoveryEnumeration = true)]
    public void A_call_has_a_limited_depth(string place, string? parameter, int around, Func<CallWriter, int, CallWriter> write)
    {
        var call = write(CallWriter.Start("ACME_DO"), MaxDepth - around).ToCall();
        var thrown = Should.Throw<ArgumentException>(() => write(CallWriter.Start("ACME_DO"), MaxDepth - around + 1));

        JsonSerializer.Deserialize<ActionCall<JsonElement>>(JsonSerializer.Serialize(call, Deep), Deep).ShouldBe(call);
        thrown.Message.ShouldStartWith($"ACME_DO: {place}: expected at most 990 levels of objects and arrays, got more");
        thrown.ParamName.ShouldBe(parameter);
    }

    [Theory]
    [InlineData(MaxDepth - 1, true)]
    [InlineData(MaxDepth, false)]
    [InlineData(5000, false)]
    public void Typed_objects_have_the_same_limit(int levels, bool isWritten)
    {
        Person? person = null;
        for (var i = 0; i < levels; i++)
            person = new Person { FullName = "A", Boss = person };

        var thrown = Record.Exception(() => CallWriter.Start("ACME_DO").Object("a", person!));

        if (isWritten)
            thrown.ShouldBeNull();
        else
            thrown.ShouldBeOfType<ArgumentException>().Message.ShouldContain("/boss/boss: expected at most 990 levels");
    }

    [Theory]
    [InlineData(100_000)]
    public void A_tree_of_any_depth_is_refused(int levels)
    {
        Should.Throw<ArgumentException>(() => CallWriter.Start("ACME_DO").Any("a", Node(levels)))
            .Message.ShouldStartWith("ACME_DO: /a: expected at most 990 levels");
        Should.Throw<ArgumentException>(() => StringOrNumber.From(Node(levels)))
            .Message.ShouldStartWith("Expected a string or a number, or null, got JSON of the type Object");
    }

    [Fact]
    public void The_serializer_has_a_smaller_limit_unless_its_options_say_otherwise()
    {
        var call = CallWriter.Start("ACME_DO").Any("a", Node(100)).ToCall();

        Should.Throw<JsonException>(() => JsonSerializer.Serialize(call));
        JsonSerializer.Serialize(call, Deep).ShouldContain("{}");
    }

    [Fact]
    public async Task A_call_by_slug_has_the_same_limit()
    {
        var handler = ScriptedHandler.Returning(HttpStatusCode.OK, """{"success":true,"result":{}}""");
        using var client = Clients.Over(handler);

        await client.ExecuteAsync("ACME_DO", Element(MaxDepth), cancellationToken: TestContext.Current.CancellationToken);
        Should.Throw<ArgumentException>(() =>
        {
            _ = client.ExecuteAsync("ACME_DO", Element(MaxDepth + 1), cancellationToken: TestContext.Current.CancellationToken);
        }).Message.ShouldStartWith("ACME_DO: expected at most 990 levels of objects and arrays, got more");

        handler.Sent.ShouldHaveSingleItem();
    }

    private static JsonObject Node(int levels)
    {
        var node = new JsonObject();
        for (var i = 1; i < levels; i++)
            node = new JsonObject { ["n"] = node };
        return node;
    }

    private static string Text(int levels) =>
        string.Concat(Enumerable.Repeat("{\"n\":", levels - 1)) + "{}" + new string('}', levels - 1);

    private static JsonElement Element(int levels) =>
        JsonElement.Parse(Text(levels), new JsonDocumentOptions { MaxDepth = 2000 });
}
