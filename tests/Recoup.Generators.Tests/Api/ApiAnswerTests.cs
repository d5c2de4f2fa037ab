using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Api;

/// <summary>Which media type and which response of an OpenAPI operation a method sends and returns.</summary>
public sealed class ApiAnswerTests
{
    private const string Wanted = """{"schema": {"type": "integer"}}""";
    private const string Other = """{"schema": {"type": "boolean"}}""";

    [Theory]
    [InlineData($$"""{"*/*": {{Wanted}} }""")]
    [InlineData($$"""{"application/*": {{Wanted}} }""")]
    [InlineData($$"""{"Application/*; q=0.5": {{Wanted}} }""")]
    [InlineData($$"""{"*/*": {{Other}}, "application/json": {{Wanted}} }""")]
    [InlineData($$"""{"*/*": {{Other}}, "application/*": {{Wanted}}, "image/png": {{Other}} }""")]
    [InlineData($$"""{"text/*": {{Other}}, "*/*": {{Wanted}} }""")]
    [InlineData($$"""{"application/problem+json": {{Wanted}}, "application/*": {{Other}} }""")]
    public void A_media_range_includes_json_and_a_narrower_one_comes_first(string content)
    {
        var generation = Run(
            $$"""
            "requestBody": {"required": true, "content": {{content}} },
            "responses": {"200": {"description": "", "content": {{content}} } }
            """);

        generation.Reported.ShouldBeEmpty();
        generation.Diagnostics().ShouldBeEmpty();
        var source = generation.Sources.Values.Single();
        source.ShouldContain("Task<long> AAsync(");
        source.ShouldContain("long request,");
    }

    [Theory]
    [InlineData("""{"text/*": {"schema": {"type": "string"}}}""")]
    [InlineData("""{"image/*": {}}""")]
    [InlineData("""{"application/x-www-form-urlencoded": {"schema": {"type": "object"}}}""")]
    public void A_media_range_without_json_is_reported(string content) =>
        Run($$"""
            "requestBody": {"required": true, "content": {{content}} }, "responses": {"204": {"description": ""} }
            """).Reported.ShouldHaveSingleItem().Id.ShouldBe("RCP0033");

    [Theory]
    [InlineData("\"default\": WANTED", true)]
    [InlineData("\"default\": WANTED, \"404\": OTHER", true)]
    [InlineData("\"4XX\": OTHER, \"default\": WANTED", true)]
    [InlineData("\"200\": WANTED, \"default\": OTHER", true)]
    [InlineData("\"default\": OTHER, \"2XX\": WANTED", true)]
    [InlineData("\"204\": {\"description\": \"\"}, \"default\": OTHER", false)]
    [InlineData("\"302\": {\"description\": \"\"}, \"default\": OTHER", false)]
    [InlineData("\"404\": OTHER", false)]
    [InlineData("\"default\": {\"description\": \"\"}", false)]
    public void A_default_response_is_the_answer_where_no_other_one_is(string responses, bool isTyped)
    {
        static string Response(string media) => $$"""{"description": "", "content": {"application/json": {{media}} } }""";
        var generation = Run("\"responses\": {" + responses.Replace("WANTED", Response(Wanted), StringComparison.Ordinal)
            .Replace("OTHER", Response(Other), StringComparison.Ordinal) + "}");

        generation.Reported.ShouldBeEmpty();
        generation.Diagnostics().ShouldBeEmpty();
        generation.Sources.Values.Single().ShouldContain(isTyped ? "Task<long> AAsync(" : "Task AAsync(");
    }

    [Fact]
    public void A_default_response_that_is_the_only_one_and_no_json_is_reported() =>
        Run(""" "responses": {"default": {"description": "", "content": {"image/png": {}}}} """).Reported
            .ShouldHaveSingleItem().Id.ShouldBe("RCP0033");

    private static Generation Run(string operation) => Generation.Run(
        [new SpecText("x.json", SpecText.Document("\"/a\": {\"post\": {\"operationId\": \"a\", " + operation + "}}"))]);
}
