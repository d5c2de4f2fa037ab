using System.Globalization;
using Microsoft.CodeAnalysis;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests;

public sealed class NameOverrideTests
{
    private const string Parameters =
        """{"type":"object","properties":{"recipient_email":{"type":"string"},"subject":{"type":"string"},"attachment":"""
            + """{"type":"string"}},"required":["recipient_email"],"additionalProperties":false}""";

    private static readonly string Actions = Catalog.Of(
        Catalog.Action("GMAIL_SEND_EMAIL", Parameters), Catalog.Action("GMAIL_FETCH_EMAILS", """{"type":"object","properties":{}}"""));

    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        { "{", "RCP0050", "recoup.names.json(1,2)", "The names file is not JSON" },
        { "", "RCP0050", "recoup.names.json(1,1)", "The names file is not JSON" },
        { "[]", "RCP0051", "recoup.names.json(1,1)", "Expected the names file, an object; got an array" },
        {
            """{"action":{}}""",
            "RCP0051",
            "recoup.names.json(1,2)",
            "Expected 'connectors' or 'actions' or 'types' or '$schema' in the names file; got 'action'"
        },
        {
            """{"connectors":{"gmail":3}}""",
            "RCP0051",
            "recoup.names.json(1,24)",
            "Expected the name of 'gmail', a string; got the number 3"
        },
        {
            """{"actions":{"GMAIL_SEND_EMAIL":{"files":"attachment"}}}""",
            "RCP0051",
            "recoup.names.json(1,41)",
            "an array of strings; got the string \"attachment\""
        },
        {
            """{"actions":{"GMAIL_SEND_EMAIL":{"effect":"none"}}}""",
            "RCP0051",
            "recoup.names.json(1,42)",
            "Expected the effect of GMAIL_SEND_EMAIL, 'read', 'write' or 'destroy' (until then it is unknown); got the string \"none\""
        },
        {
            """{"actions":{"GMAIL_SEND_MAIL":{"effect":"read"}}}""",
            "RCP0052",
            "recoup.names.json(1,31)",
            "No catalog has an action 'GMAIL_SEND_MAIL'. Did you mean 'GMAIL_SEND_EMAIL'?"
        },
        {
            """{"connectors":{"gmial":"Mail"}}""",
            "RCP0052",
            "recoup.names.json(1,24)",
            "No catalog has a connector 'gmial'. Did you mean 'gmail'?"
        },
        {
            """{"actions":{"GMAIL_SEND_MAIL":{}}}""",
            "RCP0052",
            "recoup.names.json(1,31)",
            "No catalog has an action 'GMAIL_SEND_MAIL'. Did you mean 'GMAIL_SEND_EMAIL'?"
        },
        {
            """{"actions":{"GMAIL_SEND_EMAIL":{"parameters":{"recipient":"to"}}}}""",
            "RCP0052",
            "recoup.names.json(1,59)",
            "Action GMAIL_SEND_EMAIL has no parameter 'recipient'."
        },
        {
            """{"actions":{"GMAIL_SEND_EMAIL":{"files":["atachment"]}}}""",
            "RCP0052",
            "recoup.names.json(1,42)",
            "has no string at 'atachment' that could be a file. Did you mean 'attachment'?"
        },
        {
            """{"connectors":{"gmail":"My Mail"}}""",
            "RCP0053",
            "recoup.names.json(1,24)",
            "'My Mail' cannot be the name of 'gmail', because it is not a C# identifier"
        },
        {
            """{"connectors":{"gmail":"mail"}}""",
            "RCP0053",
            "recoup.names.json(1,24)",
            "because C# reserves names that have only lowercase letters"
        },
        { """{"connectors":{"gmail":"class"}}""", "RCP0053", "recoup.names.json(1,24)", "because it is a keyword" },
        {
            """{"actions":{"GMAIL_SEND_EMAIL":{"method":"Gmail"}}}""",
            "RCP0053",
            "recoup.names.json(1,42)",
            "because a sibling, the class itself or a member of every class already uses this name"
        },
        {
            """{"actions":{"GMAIL_SEND_EMAIL":{"method":"Go"},"GMAIL_FETCH_EMAILS":{"method":"Go"}}}""",
            "RCP0053",
            "recoup.names.json(1,42)",
            "'Go' cannot be the name of the method of GMAIL_"
        },
        {
            """{"actions":{"GMAIL_SEND_EMAIL":{"parameters":{"subject":"x","attachment":"x"}}}}""",
            "RCP0053",
            "recoup.names.json(1,57)",
            "because a sibling, the class itself or a member of every class already uses this name"
        },
    };

    [Fact]
    public void A_names_file_names_class_method_and_parameters_and_the_wire_names_stay()
    {
        const string Names =
            """{"connectors":{"gmail":"Mail"},"actions":{"GMAIL_SEND_EMAIL":{"method":"Send","parameters":"""
                + """{"recipient_email":"to","subject":"event"}}}}""";
        var program = Program.Load(Run(Names, """
            using Recoup.Actions;
            public static class Probe { public static string Json() => Mail.Send(to: "a@b.c", @event: "Hi").ToJson().ToString(); }
            """));

        program.Run("Json").ShouldBe("""{"recipient_email":"a@b.c","subject":"Hi"}""");
    }

    [Fact]
    public void A_marked_position_takes_a_staged_file()
    {
        var generation = Run("""{"actions":{"GMAIL_SEND_EMAIL":{"files":["attachment"]}}}""");

        generation.Reported.ShouldBeEmpty();
        generation.CodeOf("Gmail").ShouldContain("global::Recoup.Typed.StagedFile? attachment = null");
    }

    public static TheoryData<string, string, string> Marked => new()
    {
        { """{"one":{"$ref":"#/$defs/F"},"two":{"$ref":"#/$defs/F"}}""", "one", "StagedFile? one = null|string? two = null" },
        { """{"one":{"$ref":"#/$defs/F"},"two":{"$ref":"#/$defs/F"}}""", "two", "string? one = null|StagedFile? two = null" },
        { """{"one":{"$ref":"#/$defs/O"},"two":{"$ref":"#/$defs/O"}}""", "two.f", "string? F {|StagedFile? F {" },
        { """{"one":{"type":"array","items":{"type":"string"}}}""", "one", "IReadOnlyList<global::Recoup.Typed.StagedFile>? one = null" },
        { """{"one":{"anyOf":[{"type":"string"},{"type":"null"}],"default":null}}""", "one", "StagedFile? one = null" },
        {
            """{"one":{"anyOf":[{"type":"string"},{"type":"integer"}]}}""",
            "one",
            "operator DoOne(global::Recoup.Typed.StagedFile value)|operator DoOne(long value)"
        },
        { """{"one":{"type":"string","file_uploadable":true}}""", "one", "StagedFile? one = null" },
    };

    [Theory]
    [MemberData(nameof(Marked))]
    public void A_mark_affects_only_its_position(string properties, string mark, string expected)
    {
        const string Definitions =
            "\"$defs\":{\"F\":{\"type\":\"string\"},\"O\":{\"type\":\"object\",\"properties\":{\"f\":{\"type\":\"string\"}}}}";
        var action = Catalog.Action(
            "ACME_DO", "{\"type\":\"object\",\"properties\":" + properties + ",\"additionalProperties\":false," + Definitions + "}");
        var generation = Generation.Run([
            new CatalogText("catalog.json", Catalog.Of(action)),
            new NamesText("{\"actions\":{\"ACME_DO\":{\"files\":[\"" + mark + "\"]}}}"),
        ]);

        generation.Reported.ShouldBeEmpty();
        generation.Diagnostics().ShouldBeEmpty();
        foreach (var piece in expected.Split('|'))
            generation.CodeOf("Acme").ShouldContain(piece);
    }

    [Theory]
    [InlineData("integer")]
    [InlineData("object")]
    public void A_mark_on_a_position_that_is_not_a_string_changes_nothing(string type)
    {
        var action = Catalog.Acme("DO", "{\"one\":{\"type\":\"" + type + "\",\"properties\":{\"a\":{\"type\":\"string\"}}}}");
        var generation = Generation.Run([
            new CatalogText("catalog.json", Catalog.Of(action)), new NamesText("""{"actions":{"ACME_DO":{"files":["one"]}}}""")
        ]);

        generation.Reported.ShouldHaveSingleItem().Id.ShouldBe("RCP0052");
        generation.CodeOf("Acme").ShouldNotContain("StagedFile");
    }

    public static TheoryData<string, string, string> Displacing => new()
    {
        {
            """{"actions":{"GMAIL_SEND_EMAIL":{"parameters":{"subject":"recipientEmail"}}}}""",
            "(1,57)",
            "'recipientEmail' is now the name of 'subject'; 'recipient_email' is named 'recipientEmail_17bbd2e7' instead. Choose a free "
                + "name, or name both"
        },
        {
            """{"actions":{"GMAIL_SEND_EMAIL":{"method":"FetchEmails"}}}""",
            "(1,42)",
            "'FetchEmails' is now the name of the method of GMAIL_SEND_EMAIL; that of GMAIL_FETCH_EMAILS is named 'FetchEmails_"
        },
        { """{"connectors":{"github":"Gmail"}}""", "(1,25)", "'Gmail' is now the name of 'github'; 'gmail' is named 'Gmail_" },
    };

    [Theory]
    [MemberData(nameof(Displacing))]
    public void A_given_name_displaces_the_same_derived_name_with_a_warning(string names, string place, string message)
    {
        var catalog = new CatalogText("catalog.json", Catalog.Of(
            Catalog.Action("GMAIL_SEND_EMAIL", Parameters), Catalog.Action("GMAIL_FETCH_EMAILS", "{\"properties\":{}}"),
             Catalog.Action("GITHUB_STAR", "{\"properties\":{}}")));
        var generation = Generation.Run([catalog, new NamesText(names)]);

        generation.Diagnostics().ShouldBeEmpty();
        var diagnostic = generation.Reported.ShouldHaveSingleItem();
        diagnostic.Id.ShouldBe("RCP0054");
        var at = diagnostic.Location.GetLineSpan();
        $"({at.StartLinePosition.Line + 1},{at.StartLinePosition.Character + 1})".ShouldBe(place);
        Message(diagnostic).ShouldContain(message);
    }

    [Fact]
    public void If_two_files_name_the_same_thing_the_first_path_wins()
    {
        var generation = Generation.Run(
        [
            new CatalogText("catalog.json", Actions),
            new NamesText("""{"connectors":{"gmail":"Second"}}""", "b/recoup.names.json"),
            new NamesText("""{"connectors":{"gmail":"First"}}""", "a/recoup.names.json"),
        ]);

        generation.Sources.Keys.ShouldBe(["First.Actions.g.cs", "First.g.cs"]);
        var diagnostic = generation.Reported.ShouldHaveSingleItem();
        diagnostic.Id.ShouldBe("RCP0052");
        Message(diagnostic).ShouldBe("Connector 'gmail' is already named in 'a/recoup.names.json'. The entry has no effect");
        diagnostic.Location.GetLineSpan().Path.ShouldBe("b/recoup.names.json");
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public void One_file_can_name_the_types_of_an_action_and_another_one_its_method(string types, string actions)
    {
        var generation = Generation.Run(
        [
            new CatalogText("catalog.json", Catalog.Of(Catalog.Acme(
                "DO", """{"x":{"type":"object","properties":{"k":{"type":"string"}}}}"""))),
            new NamesText("""{"types":{"Given":["ACME_DO/parameters/x"]}}""", types + "/recoup.names.json"),
            new NamesText("""{"actions":{"ACME_DO":{"method":"Renamed"}}}""", actions + "/recoup.names.json"),
        ]);

        generation.Reported.ShouldBeEmpty();
        var sources = string.Concat(generation.Sources.Values);
        sources.ShouldContain(" Renamed(");
        sources.ShouldContain("class Given");
    }

    [Fact]
    public void A_name_of_an_action_that_a_filter_excludes_is_not_reported()
    {
        var generation = Generation.Run(
        [
            new CatalogText("catalog.json", Actions) { Actions = "GMAIL_FETCH_*" },
            new NamesText("""{"actions":{"GMAIL_SEND_EMAIL":{"method":"Send"}}}"""),
        ]);

        generation.Reported.ShouldBeEmpty();
    }

    [Fact]
    public void An_edit_of_the_names_of_one_action_emits_one_file_again()
    {
        var old = new NamesText("""{"actions":{"GMAIL_SEND_EMAIL":{"method":"Send"}}}""");
        var first = Generation.Run([
            new CatalogText("catalog.json", Catalog.Of(Catalog.Action("GMAIL_SEND_EMAIL"), Catalog.Action("GITHUB_CREATE_ISSUE"))), old
        ]);

        var second = first.Rerun(driver =>
            driver.ReplaceAdditionalText(old, new NamesText("""{"actions":{"GMAIL_SEND_EMAIL":{"method":"Post"}}}""")));

        second.CodeOf("Gmail").ShouldContain(" Post(");
        second.Result.TrackedSteps[Steps.Models].SelectMany(step => step.Outputs)
            .Count(output => output.Reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void An_error_is_reported_at_its_place_and_the_rest_is_generated(string names, string id, string place, string message)
    {
        var generation = Run(names);

        generation.Reported.Select(diagnostic => diagnostic.Id).Distinct().ShouldBe([id]);
        var diagnostic = generation.Reported.OrderBy(candidate => candidate.Location.GetLineSpan().StartLinePosition).First();
        var at = diagnostic.Location.GetLineSpan();
        $"{at.Path}({at.StartLinePosition.Line + 1},{at.StartLinePosition.Character + 1})".ShouldBe(place);
        Message(diagnostic).ShouldContain(message);
        generation.Diagnostics().ShouldBeEmpty();
        generation.CodeOf("Gmail").ShouldContain(" SendEmail(");
    }

    private static string Message(Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);

    private static Generation Run(string names, string user = "") =>
        Generation.Run([new CatalogText("catalog.json", Actions), new NamesText(names)], user);
}
