using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests;

public sealed class BadInputTests
{
    private static readonly string Good = Catalog.Action("GMAIL_SEND_EMAIL");
    private static readonly string Other = Catalog.Action("GMAIL_SEND_EMAIL", description: "Does more.");
    private static readonly string Deep = new string('[', 300) + new string(']', 300);

    public static TheoryData<string, string, string, int, int> Catalogs => new()
    {
        { "no JSON", "hello", "RCP0001", 1, 1 },
        { "truncated", "{\"actions\":[\n" + Good + ",\n  {\"slug\":", "RCP0001", 3, 11 },
        { "an error with an action behind it", "{\"actions\":[\n ?,\n" + Good + "]}", "RCP0001", 2, 2 },
        { "an array", "[\n" + Good + "]", "RCP0002", 1, 1 },
        { "without actions", "{\"success\":true}", "RCP0002", 1, 1 },
        { "an action without slug", "{\"actions\":[\n" + Good + ",\n {}]}", "RCP0003", 3, 2 },
        { "two different entries", "{\"actions\":[\n" + Good + ",\n" + Other + "]}", "RCP0005", 3, 9 },
        {
            "a member with two values",
            "{\"actions\":[\n" + Good.Replace("{}", "{\"x\":1,\"x\":2}", StringComparison.Ordinal) + "]}",
            "RCP0008",
            2,
            99
        },
        {
            "an action of great depth",
            "{\"actions\":[\n" + Good + ",\n{\"slug\":\"GMAIL_DEEP\",\"parameters\":" + Deep + "}]}",
            "RCP0009",
            3,
            288
        },
    };

    [Theory]
    [MemberData(nameof(Catalogs))]
    public void A_bad_catalog_is_reported_once_at_its_line_and_column_and_the_rest_is_generated(
        string what, string json, string id, int line, int column)
    {
        var generation = Generation.Run(json);

        var diagnostic = generation.Reported.Where(candidate => candidate.Severity > DiagnosticSeverity.Info).ShouldHaveSingleItem(what);
        diagnostic.Id.ShouldBe(id);
        var position = diagnostic.Location.GetLineSpan();
        position.Path.ShouldBe("catalog.json");
        (position.StartLinePosition.Line + 1, position.StartLinePosition.Character + 1).ShouldBe((line, column), diagnostic.ToString());
        generation.Diagnostics().ShouldBeEmpty();
        if (json.Contains("GMAIL_SEND_EMAIL", StringComparison.Ordinal))
            generation.CodeOf("Gmail").ShouldContain("SendEmail(");
    }

    public static TheoryData<string, string, string> Harmless => new()
    {
        { "no description", Good.Replace("\"Does it.\"", "null", StringComparison.Ordinal), "RCP0004" },
        { "an action without a field", Good.Replace(",\"isConnected\":true", "", StringComparison.Ordinal), "RCP0004" },
        { "a schema that is no object", Good.Replace("{}", "true", StringComparison.Ordinal), "RCP0006" },
        { "a repeated entry", Good + "," + Good.Replace(",", " ,\n", StringComparison.Ordinal), "RCP0007" },
    };

    /// <summary>The text of a catalog is the server's. Under TreatWarningsAsErrors, a warning about it would stop the build.</summary>
    [Theory]
    [MemberData(nameof(Harmless))]
    public void What_a_user_cannot_change_and_what_loses_nothing_is_an_Info(string what, string actions, string id)
    {
        var generation = Generation.Run(Catalog.Of(actions));

        generation.Reported.Where(diagnostic => diagnostic.Id == id).ShouldHaveSingleItem(what);
        generation.Reported.ShouldAllBe(diagnostic => diagnostic.Severity == DiagnosticSeverity.Info);
        generation.Diagnostics().ShouldBeEmpty();
        generation.CodeOf("Gmail").ShouldContain("SendEmail(");
    }

    [Fact]
    public void A_slug_in_two_catalogs_is_reported_at_the_second_one()
    {
        var generation = Generation.Run([new CatalogText("a.json", Catalog.Of(Good)), new CatalogText("b.json", "\n" + Catalog.Of(Other))]);

        var diagnostic = generation.Reported.Single(candidate => candidate.Severity > DiagnosticSeverity.Info);
        diagnostic.Id.ShouldBe("RCP0005");
        diagnostic.Location.GetLineSpan().Path.ShouldBe("b.json");
        diagnostic.Location.GetLineSpan().StartLinePosition.Line.ShouldBe(1);
        diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldContain("a.json");
        generation.Diagnostics().ShouldBeEmpty();
    }

    [Fact]
    public void The_same_catalog_given_twice_is_reported_and_each_action_generated_once()
    {
        var generation = Generation.Run([new CatalogText("a.json", Catalog.Of(Good)), new CatalogText("b.json", Catalog.Of(Good))]);

        generation.Reported.Count(candidate => candidate.Id == "RCP0007").ShouldBe(1);
        generation.Diagnostics().ShouldBeEmpty();
        generation.CodeOf("Gmail").ShouldContain("SendEmail(");
    }

    [Fact]
    public void A_filter_of_several_catalogs_is_reported_if_it_matches_in_none_of_them()
    {
        var generation = Generation.Run(
        [
            new CatalogText("a.json", Catalog.Of(Good)) { Actions = "GMAIL_*|NONE_*|GITHUB_*" },
            new CatalogText("b.json", Catalog.Of(Catalog.Action("GITHUB_STAR"))) { Actions = "GMAIL_*|NONE_*|NONE_*|GITHUB_*" },
        ]);

        generation.Reported.Where(candidate => candidate.Severity > DiagnosticSeverity.Info).ShouldHaveSingleItem()
            .GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldContain("Actions=\"NONE_*\"");
    }

    [Fact]
    public void A_schema_without_a_C_sharp_type_is_any_JSON_and_reported_at_its_line()
    {
        var generation = Generation.Run(Catalog.Of(Catalog.Acme("DO", "{\n\"x\":{\"type\":\"any\"}}")));

        var diagnostic = generation.Reported.ShouldHaveSingleItem();
        diagnostic.Id.ShouldBe("RCP0020");
        diagnostic.Severity.ShouldBe(DiagnosticSeverity.Info);
        diagnostic.Location.GetLineSpan().StartLinePosition.Line.ShouldBe(1);
        generation.CodeOf("Acme").ShouldContain("global::System.Text.Json.Nodes.JsonNode? x = null");
    }

    [Theory]
    [InlineData(
        "not a namespace",
        null,
        "Expected the property RecoupNamespace to be a namespace such as Acme.Actions, of at most 512 bytes of UTF-8 and outside "
            + "System; got 'not a namespace'. The default 'Recoup.Actions' is used")]
    [InlineData("My.class", null, "got 'My.class'")]
    [InlineData("A%3BB", null, "got 'A;B'")]
    [InlineData("A%23B", null, "got 'A#B'")]
    [InlineData("A.", null, "got 'A.'")]
    [InlineData("A%0AB", null, "got 'A B'")]
    [InlineData("A%0D%0AB", null, "got 'A  B'")]
    [InlineData("A%E2%80%A8B", null, "got 'A B'")]
    [InlineData("System", null, "got 'System'")]
    [InlineData("System.Text", null, "got 'System.Text'")]
    [InlineData(
        null, "private", "Expected the property RecoupVisibility to be public or internal; got 'private'. The default 'public' is used")]
    public void An_invalid_property_is_a_warning_and_the_default_is_used(string? name, string? visibility, string message)
    {
        var generation = Generation.Run(Catalog.Of(Good), options: new GenerationOptions { Namespace = name, Visibility = visibility });

        var diagnostic = generation.Reported.Where(candidate => candidate.Severity > DiagnosticSeverity.Info).ShouldHaveSingleItem();
        diagnostic.Id.ShouldBe("RCP0023");
        diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldContain(message);
        generation.CodeOf("Gmail").ShouldContain("namespace Recoup.Actions;");
        generation.CodeOf("Gmail").ShouldContain("public static partial class Gmail");
    }

    [Theory]
    [InlineData("Recoup", "TYPED_SEND", "typed", "TypedConnector")]
    [InlineData("Recoup.Typed", "GENERATED_SEND", "generated", "GeneratedConnector")]
    [InlineData("Recoup", "RECOUP_SEND", "recoup", "Recoup")]
    [InlineData("Recoup", "SYSTEM_SEND", "system", "System")]
    [InlineData("Acme", "GLOBAL_SEND", "global", "Global")]
    public void No_class_of_a_connector_hides_the_names_that_generated_code_uses(
        string name, string slug, string connector, string expected)
    {
        var catalog = Catalog.Of(Catalog.Action(
            slug, "{\"type\":\"object\",\"properties\":{\"a\":{\"enum\":[\"b\"]},\"f\":{\"type\":[\"string\",\"integer\"]}}}", connector));
        var generation = Generation.Run(catalog, options: new GenerationOptions { Namespace = name });

        generation.Diagnostics().ShouldBeEmpty();
        generation.CodeOf(expected).ShouldContain($"namespace {name};");
    }

    [Theory]
    [InlineData(512, "")]
    [InlineData(513, "RCP0023")]
    public void A_namespace_has_at_most_512_bytes(int length, string id)
    {
        var catalog = Catalog.Of(Catalog.Acme("DO", "{\"a\":{\"enum\":[\"b\"]},\"c\":{\"type\":\"object\",\"properties\":{\"d\":{}}}}"));
        var generation = Generation.Run(catalog, options: new GenerationOptions { Namespace = new string('A', length) });

        string.Join(' ', generation.GeneratorReported.Select(diagnostic => diagnostic.Id)).ShouldBe(id);
        generation.Compilation.Emit(Stream.Null, cancellationToken: TestContext.Current.CancellationToken).Success.ShouldBeTrue();
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp10, "10.0")]
    [InlineData(LanguageVersion.CSharp11, "11.0")]
    [InlineData(LanguageVersion.CSharp7_3, "7.3")]
    public void An_older_C_sharp_is_one_error_and_nothing_is_generated(LanguageVersion language, string version)
    {
        var generation = Generation.Run(
            [new CatalogText("a.json", Catalog.Of(Good, Catalog.Action("GITHUB_STAR", "{\"x\":{\"type\":\"any\"}}")))],
            options: new GenerationOptions { Language = language });

        var error = generation.Reported.ShouldHaveSingleItem();
        error.Id.ShouldBe("RCP0024");
        error.GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldContain($"LangVersion is '{version}'");
        generation.Sources.ShouldBeEmpty();
    }

    [Fact]
    public void An_older_C_sharp_is_no_error_in_a_project_without_catalogs() =>
        Generation.Run([], options: new GenerationOptions { Language = LanguageVersion.CSharp9 }).Reported.ShouldBeEmpty();

    [Fact]
    public void Filters_choose_actions_and_one_that_matches_nothing_is_a_warning()
    {
        var catalog = new CatalogText(
            "catalog.json",
            Catalog.Of(Catalog.Action("GMAIL_SEND_EMAIL"), Catalog.Action("GMAIL_FETCH_EMAILS"), Catalog.Action("GITHUB_CREATE_ISSUE")))
        {
            Connectors = "gmail|slack",
            Actions = "GMAIL_F*",
        };

        var generation = Generation.Run([catalog]);

        generation.Sources.Keys.ShouldBe(["Gmail.Actions.g.cs", "Gmail.g.cs"]);
        generation.CodeOf("Gmail").ShouldContain("FetchEmails(");
        generation.CodeOf("Gmail").ShouldNotContain("SendEmail(");
        var warning = generation.Reported.Where(candidate => candidate.Severity == DiagnosticSeverity.Warning).ShouldHaveSingleItem();
        warning.Id.ShouldBe("RCP0022");
        warning.GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldContain("slack");
    }
}
