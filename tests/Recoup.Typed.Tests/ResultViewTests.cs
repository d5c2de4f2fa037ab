using System.Net;
using System.Text.Json;
using Recoup.Typed.Generated;

namespace Recoup.Typed.Tests;

public sealed class ResultViewTests
{
    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{"name":null,"size":null,"tags":null,"owner":null,"sizes":null,"extra":null}""")]
    [InlineData("""{"name":{},"size":"7","tags":{},"owner":[],"sizes":[],"extra":null}""")]
    [InlineData("""{"size":1e-30}""")]
    [InlineData("""{"size":1.00000000000000000000000000000000001,"sizes":{"a":1e-400}}""")]
    [InlineData("""{"created":"2026-02-28T12:00:00"}""")]
    public void A_view_over_anything_else_reads_as_absent(string json)
    {
        var view = ResultView.Of<Folder>(Json(json));

        (view.Name, view.Size, view.Created, view.Owner).ShouldBe((null, null, null, null));
        view.Tags.ShouldBeEmpty();
        view.Sizes.ShouldBeEmpty();
        view.ToString().ShouldBe(json);
    }

    [Fact]
    public void A_view_over_nothing_reads_as_absent()
    {
        var view = ResultView.Of<Folder>(default);

        view.Name.ShouldBeNull();
        view.Tags.ShouldBeEmpty();
        view.Extra.ValueKind.ShouldBe(JsonValueKind.Undefined);
        view.ToString().ShouldBe("");
    }

    [Fact]
    public void Members_that_the_view_does_not_know_are_in_its_JSON() =>
        ResultView.Of<Folder>(Json("""{"name":"a","more":[1]}""")).Json.GetProperty("more")[0].GetInt32().ShouldBe(1);

    // JSON's grammar allows a name that is half of a surrogate pair. It has no UTF-8 form, and looking it up throws.
    [Theory]
    [InlineData("""{"\ud800":1,"name":"a"}""")]
    [InlineData("""{"name":"a","\ud800":1}""")]
    [InlineData("""{"name":"b","n\udc00":1,"n\u0061me":"a"}""")]
    public void A_name_that_is_not_valid_text_does_not_hide_the_others(string json)
    {
        ResultView.Of<Folder>(Json(json)).Name.ShouldBe("a");
        ResultView.Of<Folder>(Json("""{"sizes":{"\ud800":1,"a":2}}""")).Sizes.ShouldBe(new Dictionary<string, long> { ["a"] = 2 });
    }

    [Fact]
    public void If_a_name_is_repeated_the_last_one_wins()
    {
        ResultView.Of<Folder>(Json("""{"name":"a","name":"b"}""")).Name.ShouldBe("b");
        ResultView.Of<Folder>(Json("""{"sizes":{"a":1,"a":2}}""")).Sizes["a"].ShouldBe(2);
    }

    [Fact]
    public void Nested_views_lists_and_maps_are_created_once_and_are_read_only()
    {
        var view = ResultView.Of<Folder>(Json("""{"tags":["a"],"owner":{"name":"b"},"sizes":{"c":1}}"""));

        view.Tags.ShouldBeSameAs(view.Tags);
        view.Sizes.ShouldBeSameAs(view.Sizes);
        view.Owner.ShouldBeSameAs(view.Owner);
        Should.Throw<NotSupportedException>(() => ((IList<string>)view.Tags)[0] = "x");
        Should.Throw<NotSupportedException>(() => ((IDictionary<string, long>)view.Sizes).Clear());
    }

    public static TheoryData<string, string, string?> Results => new()
    {
        { "the envelope", """{"data":{"name":"a"},"error":null,"successful":true}""", "a" },
        { "the envelope without error, as providers describe it", """{"data":{"name":"a"},"successful":true}""", "a" },
        { "the payload alone", """{"name":"a"}""", "a" },
        {
            "a payload that holds an envelope's members itself",
            """{"data":{"data":{"name":"b"},"successful":true,"name":"a"},"error":null,"successful":true}""",
            "a"
        },
        { "a payload with a member called data", """{"data":{"name":"b"},"name":"a"}""", "a" },
        { "a payload whose successful is no boolean", """{"data":{"name":"b"},"successful":"yes","name":"a"}""", "a" },
        { "no object", "[1]", null },
        { "null", "null", null },
        { "a name that is no text", """{"\ud800":1,"data":{"name":"a"},"error":null,"successful":true}""", "a" },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public async Task A_view_reads_the_payload_with_and_without_an_envelope(string what, string result, string? name)
    {
        using var client = Clients.Over(Returning($$"""{"success":true,"result":{{result}}}"""));

        var done = await client.ExecuteAsync(
            CallWriter.Start("GET").ToView<Folder>(), cancellationToken: TestContext.Current.CancellationToken);

        done.Value.Name.ShouldBe(name, what);
        done.Result.GetRawText().ShouldBe(result, what);
    }

    [Fact]
    public async Task A_missing_result_gives_an_empty_view()
    {
        using var client = Clients.Over(Returning("""{"success":true}"""));

        var done = await client.ExecuteAsync(
            CallWriter.Start("GET").ToView<Folder>(), cancellationToken: TestContext.Current.CancellationToken);

        done.Value.Name.ShouldBeNull();
        done.Value.Json.ValueKind.ShouldBe(JsonValueKind.Undefined);
    }

    [Fact]
    public async Task A_failure_that_is_not_thrown_gives_a_view_of_the_payload()
    {
        using var client = Clients.Over(
            Returning("""{"success":true,"result":{"data":{},"error":"no","successful":false}}"""),
             options => options.ThrowOnUnsuccessfulResult = false);

        var done = await client.ExecuteAsync(
            CallWriter.Start("GET").ToView<Folder>(), cancellationToken: TestContext.Current.CancellationToken);

        (done.Successful, done.Error, done.Value.Name).ShouldBe((false, "no", null));
    }

    private static ScriptedHandler Returning(string body) => ScriptedHandler.Returning(HttpStatusCode.OK, body);

    private static JsonElement Json(string json) => JsonElement.Parse(json);

    // As the generator writes them.
    private sealed class Folder : ResultView, IResultView<Folder>
    {
        public string? Name => ReadText("name");

        public long? Size => ReadInteger("size");

        public DateTimeOffset? Created => ReadDateTime("created");

        public IReadOnlyList<string> Tags => ReadTexts("tags");

        public IReadOnlyDictionary<string, long> Sizes => ReadMap<long>("sizes", ResultValue.Integer);

        public Folder? Owner => ReadView<Folder>("owner");

        public JsonElement Extra => ReadAny("extra");
    }
}
