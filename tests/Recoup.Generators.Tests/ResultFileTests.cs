using System.Globalization;
using Microsoft.CodeAnalysis;
using Recoup.Catalogs;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests;

/// <summary>Files that describe results, laid over a catalog.</summary>
public sealed class ResultFileTests
{
    private const string None = """{"type":"object","properties":{}}""";
    private const string Object = """{"type":"object","properties":{"id":{"type":"string"}}}""";

    private static readonly CatalogText Served = new(
        "catalog.json",
        Catalog.Of(
            Catalog.Action("GMAIL_SEND_EMAIL", """{"type":"object","properties":{"to":{"type":"string"}},"required":["to"]}"""),
            Catalog.Action("GMAIL_FETCH_EMAILS", None),
            Catalog.Action("GITHUB_CREATE_ISSUE", None, output: Object)));

    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        { "{", "RCP0070", "recoup.results.json(1,2)", "The results file is not JSON" },
        { "", "RCP0070", "recoup.results.json(1,1)", "The results file is not JSON" },
        {
            "7",
            "RCP0071",
            "recoup.results.json(1,1)",
            "Expected a results file, an object with the member 'results', or a catalog; got the number 7"
        },
        { "{}", "RCP0071", "recoup.results.json(1,1)", "Expected a results file" },
        {
            """{"GMAIL_SEND_EMAIL":{"type":"object"}}""",
            "RCP0071",
            "recoup.results.json(1,1)",
            "or a catalog; got an object without 'results'"
        },
        {
            """{"results":{"GMAIL_SEND_EMAIL":{"id":"m1","labelIds":["SENT"]}}}""",
            "RCP0071",
            "recoup.results.json(1,32)",
            "a JSON Schema, not a result: 'recoup learn' writes one from a recording; got an object without a keyword of JSON Schema"
        },
        { """{"actions":[]}""", "RCP0071", "recoup.results.json(1,1)", "Expected a catalog whose actions have 'outputParameters'" },
        { """{"results":[]}""", "RCP0071", "recoup.results.json(1,12)", "Expected the results, an object with a schema for each slug" },
        { """{"results":{},"result":{}}""", "RCP0071", "recoup.results.json(1,15)", "got 'result'" },
        { """{"results":{},"results":{}}""", "RCP0071", "recoup.results.json(1,15)", "got it twice" },
        {
            """{"results":{"GMAIL_SEND_EMAIL":true}}""",
            "RCP0071",
            "recoup.results.json(1,32)",
            "Expected the schema of the result of GMAIL_SEND_EMAIL, an object"
        },
        {
            """{"results":{"GMAIL_FETCH_EMAILS":{"type":"object"},"GMAIL_FETCH_EMAILS":{}}}""",
            "RCP0071",
            "recoup.results.json(1,52)",
            "'GMAIL_FETCH_EMAILS' once in the results"
        },
        {
            """{"results":{"GMAIL_SEND_MAIL":{}}}""",
            "RCP0072",
            "recoup.results.json(1,13)",
            "No catalog has an action 'GMAIL_SEND_MAIL'. Did you mean 'GMAIL_SEND_EMAIL'?"
        },
        {
            """{"results":{"GMAIL_SEND_EMAIL":{"type":"object","properties":{"a":{"type":"strin"}}}}}""",
            "RCP0073",
            "recoup.results.json(1,75)",
            "Action GMAIL_SEND_EMAIL: the schema of the result cannot be compiled: #/properties/a"
        },
        {
            """{"results":{"GMAIL_SEND_EMAIL":{"$ref":"#/$defs/none"}}}""",
            "RCP0073",
            "recoup.results.json(1,40)",
            "cannot be compiled"
        },
        {
            """{"results":{"GITHUB_CREATE_ISSUE":{"type":"object","properties":{"id":{"type":"integer"}}}}}""",
            "RCP0074",
            "recoup.results.json(1,13)",
            "Action GITHUB_CREATE_ISSUE: the result is also described by the catalog, and differently"
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void An_error_is_reported_at_its_place_and_everything_is_generated(string results, string id, string place, string message)
    {
        var generation = Run(new ResultsText(results));

        var diagnostic = generation.Reported.Where(diagnostic => diagnostic.Id.StartsWith("RCP007", StringComparison.Ordinal))
            .ShouldHaveSingleItem();
        diagnostic.Id.ShouldBe(id);
        PlaceOf(diagnostic).ShouldBe(place);
        diagnostic.GetMessage(CultureInfo.InvariantCulture).ShouldContain(message);
        generation.Diagnostics().ShouldBeEmpty();
        generation.CodeOf("Gmail").ShouldContain(" SendEmail(");
    }

    /// <summary>The id of draft 4 is no sign of a schema, because many results have a member of that name.</summary>
    [Fact]
    public void An_object_with_any_keyword_of_a_schema_is_a_schema()
    {
        var keywords = Metaschemas.Keywords.Except(["id"]).Order(StringComparer.Ordinal).ToList();
        var results = keywords.Select((keyword, i) => $"\"ACME_{i}\":{{\"{keyword}\":true}}");

        var generation = Run(new ResultsText($"{{\"results\":{{{string.Join(',', results)}}}}}"));

        keywords.Where((_, i) => generation.Reported.Any(reported =>
            reported.Id == "RCP0071"
            && reported.GetMessage(CultureInfo.InvariantCulture).Contains($"ACME_{i},", StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void A_result_that_a_file_describes_is_typed_and_the_parameters_stay_as_they_are()
    {
        var generation = Run(new ResultsText("""
            {"results": {"GMAIL_SEND_EMAIL": {"type":"object","properties":{"message":{"type":"object","properties":{"labels":
            {"type":"array","items":{"type":"object","properties":{"name":{"type":"string"}}}}}}}}}}
            """), """
            static class User
            {
                static string? First(Recoup.Typed.ActionResult<Gmail.SendEmailResult> done) => done.Value.Message?.Labels[0].Name;

                static Recoup.Typed.ActionCall<Gmail.SendEmailResult> Call() => Gmail.SendEmail(to: "ada");

                static Recoup.Typed.ActionCall<System.Text.Json.JsonElement> Other() => Gmail.FetchEmails();
            }
            """);

        generation.Reported.ShouldBeEmpty();
        generation.Diagnostics().ShouldBeEmpty();
    }

    public static TheoryData<string, string> Orders => new()
    {
        { "A", """{"results":{"GITHUB_CREATE_ISSUE":{"type":"object","properties":{"a":{"type":"string"}}}}}""" },
        { "A", Catalog.Of(Catalog.Action("GITHUB_CREATE_ISSUE", output: """{"type":"object","properties":{"a":{"type":"string"}}}""")) },
        { "Id", Catalog.Of(Catalog.Action("GMAIL_SEND_EMAIL", output: Object)) },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void The_first_file_wins_then_the_others_then_the_catalog(string member, string first)
    {
        var second = """{"results":{"GITHUB_CREATE_ISSUE":{"type":"object","properties":{"b":{"type":"string"}}}}}""";

        var both = Run([new ResultsText(first), new ResultsText(second, "second.json")]);
        var one = Run(new ResultsText(first));

        both.CodeOf("GitHub").ShouldContain(member == "Id" ? "string? B =>" : $"string? {member} =>");
        one.CodeOf("GitHub").ShouldContain($"string? {member} =>");
        both.Reported.Select(diagnostic => diagnostic.Id).Distinct().ShouldBe(["RCP0074"]);
    }

    [Fact]
    public void A_problem_inside_a_schema_is_reported_in_its_file()
    {
        const string clash = """{"type":"object","properties":{"user_id":{"type":"string"},"userId":{"type":"string"}}}""";

        var generation = Run(new ResultsText("{\"results\":{\n\"GMAIL_SEND_EMAIL\":\n" + clash + "}}"));

        generation.Reported.Select(PlaceOf).ShouldBe(["recoup.results.json(3,1)"]);
    }

    [Fact]
    public void An_action_of_a_provider_that_the_catalog_lacks_is_not_reported() => Run(new ResultsText(
        Catalog.Of(Catalog.Action("SLACK_POST", output: Object)))).Reported.ShouldBeEmpty();

    [Fact]
    public void An_edit_of_one_result_emits_one_file_again()
    {
        static ResultsText Text(string type) => new(
            "{\"results\":{\"GMAIL_SEND_EMAIL\":" + Object
            + ",\"GITHUB_CREATE_ISSUE\":{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"" + type + "\"}}}}}");
        var old = Text("string");
        var first = Run(old);

        var second = first.Rerun(driver => driver.ReplaceAdditionalText(old, Text("integer")));

        second.CodeOf("GitHub").ShouldContain("long? N");
        second.Result.TrackedSteps[Steps.Models].SelectMany(step => step.Outputs)
            .Count(output => output.Reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New).ShouldBe(1);
    }

    [Fact]
    public void The_embedded_catalog_has_the_descriptions()
    {
        var results = new ResultsText(
            "{\"results\":{\"GMAIL_SEND_EMAIL\":" + Object + ",\"GITHUB_CREATE_ISSUE\":{\"type\":\"object\"}}}");

        var program = Program.Load(Generation.Run([Served, results], options: new GenerationOptions { EmbedsCatalog = true }));

        var catalog = RecoupCatalog.Of(program.Assembly);
        catalog.Actions.Select(action => $"{action.Slug} {action.OutputParameters}").ShouldBe(
        [
            "GITHUB_CREATE_ISSUE {\"type\":\"object\"}", "GMAIL_FETCH_EMAILS ", $"GMAIL_SEND_EMAIL {Object}",
        ]);
    }

    [Fact]
    public void A_served_catalog_gets_the_results_that_its_provider_describes()
    {
        const string user = """
            using Recoup.Actions;
            using Recoup.Typed;

            static class User
            {
                static string? Author(ActionResult<GoogleDrive.ListCommentsResult> done) =>
                    done.Value.Comments[0].Replies[0].Author?.DisplayName;

                static ActionCall<GoogleDrive.ListCommentsResult> Call() => GoogleDrive.ListComments(fileId: "1AbC");
            }
            """;
        var (served, provider) = (External("github-googledrive.served.json"), External("github-googledrive.source.json"));

        var generation = Generation.Run([new CatalogText("served.json", served), new ResultsText(provider, "provider.json")], user);

        generation.Diagnostics().ShouldBeEmpty();
        generation.Reported.ShouldNotContain(diagnostic => diagnostic.Id.StartsWith("RCP007", StringComparison.Ordinal));
        var source = RecoupCatalog.Parse(provider).Actions.ToDictionary(action => action.Slug, StringComparer.Ordinal);
        TypedResults(generation).ShouldBe(
            RecoupCatalog.Parse(served).Actions.Select(action => action.Slug).Where(slug => DescribesMembers(source[slug]))
                .Order(StringComparer.Ordinal));
    }

    private static string External(string catalog) => File.ReadAllText(TestData.RequireExternal("catalogs", catalog));

    private static bool DescribesMembers(CatalogAction action) =>
        action.OutputParameters is { } schema
        && schema.GetProperty("properties").TryGetProperty("data", out var data)
        && (data.TryGetProperty("properties", out var members) ? members.EnumerateObject().Any() : data.TryGetProperty("items", out _));

    private static IEnumerable<string> TypedResults(Generation generation) => generation.Compilation
        .GetSymbolsWithName(_ => true, SymbolFilter.Member)
        .OfType<IMethodSymbol>()
        .Where(method => method.ReturnType is INamedTypeSymbol { Name: "ActionCall", TypeArguments: [{ Name: not "JsonElement" }] })
        .SelectMany(method => method.GetAttributes()
            .Where(attribute => attribute.AttributeClass?.Name == "RecoupActionAttribute")
            .Select(attribute => (string)attribute.ConstructorArguments[0].Value!))
        .Order(StringComparer.Ordinal);

    private static Generation Run(ResultsText results, string user = "") => Run([results], user);

    private static Generation Run(IEnumerable<ResultsText> results, string user = "") =>
        Generation.Run([Served, .. results], user.Length == 0 ? "" : "using Recoup.Actions;\n" + user);

    private static string PlaceOf(Diagnostic diagnostic)
    {
        var at = diagnostic.Location.GetLineSpan();
        return FormattableString.Invariant(
            $"{at.Path}({at.StartLinePosition.Line + 1},{at.StartLinePosition.Character + 1})");
    }
}
