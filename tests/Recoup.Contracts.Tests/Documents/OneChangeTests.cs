namespace Recoup.Contracts.Tests.Documents;

/// <summary>A person handles a change once, so it is one finding, whatever it does to requests and to the generated C#.</summary>
public sealed class OneChangeTests
{
    private const string Q = """{"type":"string","description":"Words to search for."}""";

    [Theory]
    [InlineData("""{"q":{"type":"string"}}""", """{"query":{"type":"string"}}""", "'q' was renamed to 'query'")]
    [InlineData("""{"title":{"type":"string"}}""", """{"subject":{"type":"string"}}""", "'title' was renamed to 'subject'")]
    [InlineData(
        """{"per_page":{"type":"integer"}}""",
        """{"perPage":{"type":"string"}}""",
        "'per_page' was renamed to 'perPage'; integer before, string now")]
    [InlineData(
        """{"maxResults":{"type":"integer","maximum":50}}""",
        """{"max_results":{"type":"integer","maximum":20}}""",
        "'maxResults' was renamed to 'max_results'; at most 50 before, at most 20 now")]
    [InlineData("""{"q":""" + Q + "}", """{"words":""" + Q + "}", "'q' was renamed to 'words'")]
    [InlineData(
        """{"state":{"enum":["open","closed"]}}""",
        """{"status":{"enum":["open"]}}""",
        "'state' was renamed to 'status'; \"closed\" was removed")]
    [InlineData(
        """{"filter":{"type":"object","properties":{"from":{"type":"string"}},"additionalProperties":false}}""",
        """{"filter":{"type":"object","properties":{"from_date":{"type":"string"}},"additionalProperties":false}}""",
        "'filter': 'from' was renamed to 'from_date'")]
    [InlineData(
        """{"labels":{"type":"array","items":{"type":"object","properties":{"color":{"type":"string"}},"additionalProperties":false}}}""",
        """{"labels":{"type":"array","items":{"type":"object","properties":{"colour":{"type":"string"}},"additionalProperties":false}}}""",
        "'labels[]': 'color' was renamed to 'colour'")]
    [InlineData(
        """{"state":{"enum":["a","b","c","d","e","f","g","h","i","j","k"]}}""",
        """{"state":{"enum":["k"]}}""",
        "'state': \"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\", \"h\", … were removed")]
    [InlineData("""{"id":{"type":"string"}}""", """{"id":{"type":"integer"}}""", "'id': string before, integer now")]
    [InlineData(
        """{"ids":{"type":"array","items":{"type":"string"}}}""",
        """{"ids":{"type":"array","items":{"type":"integer"}}}""",
        "'ids[]': string before, integer now")]
    [InlineData(
        """{"since":{"type":"string","format":"date"}}""", """{"since":{"type":"integer"}}""", "'since': string before, integer now")]
    [InlineData("""{"a":{"type":"string"}}""", "{}", "'a' was removed")]
    public void A_change_is_one_finding(string before, string after, string message)
    {
        foreach (var required in (bool[])[false, true])
        {
            var finding = Diff.Of(Of(before, required), Of(after, required)).Findings.ShouldHaveSingleItem();

            finding.Verdict.ShouldBe(Verdict.Breaking);
            finding.Message.ShouldStartWith(message);
            finding.Witness.ShouldNotBeNull();
            finding.Source.ShouldNotBeNull();
            finding.Parts.Select(part => part.Rule.Level).Distinct().ShouldBe([RuleLevel.Schema, RuleLevel.Source], ignoreOrder: true);
        }
    }

    [Theory]
    [InlineData("""{"page":{"type":"integer","description":"The page."}}""", """{"title":{"type":"string","description":"A title."}}""")]
    [InlineData("""{"page":{"type":"integer","description":"The page."}}""", """{"limit":{"type":"integer","description":"At most."}}""")]
    [InlineData("""{"a":{"type":"string"},"b":{"type":"string"}}""", """{"c":{"type":"string"},"d":{"type":"string"}}""")]
    public void Properties_that_are_not_the_same_are_not_renamed(string before, string after) =>
        Diff.Of(Of(before), Of(after)).Findings.ShouldAllBe(finding => !finding.Message.Contains("renamed"));

    [Fact]
    public void Several_renames_are_told_apart_by_their_descriptions()
    {
        var report = Diff.Of(
            Of("""{"a":{"type":"string","description":"One."},"b":{"type":"string","description":"Two."}}"""),
            Of("""{"c":{"type":"string","description":"Two."},"d":{"type":"string","description":"One."}}"""));

        report.Findings.Select(finding => finding.Message)
            .ShouldBe(["'a' was renamed to 'd'", "'b' was renamed to 'c'"], ignoreOrder: true);
    }

    [Fact]
    public void A_witness_of_a_rename_shows_the_rename()
    {
        var finding = Diff.Of(
            Of("""{"q":{"type":"string","maxLength":9},"n":{"type":"integer","maximum":9}}"""),
            Of("""{"query":{"type":"string","maxLength":9},"n":{"type":"integer","maximum":5}}""")).Findings
            .Single(finding => finding.Message.Contains("renamed"));

        finding.Witness!.Json.ShouldContain("\"q\"");
        finding.Witness.Json.ShouldNotContain("\"n\"");
    }

    [Fact]
    public void A_renamed_action_is_one_finding()
    {
        var other = Diff.Action("GITHUB_GET_USER", "{}", description: "Reads.");
        var finding = Diff.Of(
            Diff.Catalog(Diff.Action("GITHUB_CREATE_ISSUE", "{}"), other),
            Diff.Catalog(Diff.Action("GITHUB_CREATE_AN_ISSUE", "{}", description: "Makes."), other)).Findings.ShouldHaveSingleItem();

        (finding.Rule.Id, finding.Change, finding.Verdict, finding.Action).ShouldBe(
            ("catalog-action", Change.Changed, Verdict.Breaking, "GITHUB_CREATE_ISSUE"));
        finding.Message.ShouldBe(
            "the action was renamed to GITHUB_CREATE_AN_ISSUE: the server responds with 404 to the old name; the description has changed");
        finding.Source!.NamedCalls.ShouldBe("CS0117");
    }

    [Fact]
    public void Actions_with_the_same_parameters_are_not_the_same_action()
    {
        const string parameters = """{"properties":{"id":{"type":"string"}}}""";

        Diff.Of(
            Diff.Catalog(Diff.Action("GITHUB_DELETE_ISSUE", parameters, description: "Deletes.")),
            Diff.Catalog(Diff.Action("GITHUB_GET_ISSUE", parameters, description: "Reads.")),
            new DiffOptions { SuspectOutages = false })
            .Findings.Select(finding => finding.Change).ShouldBe([Change.Removed, Change.Added], ignoreOrder: true);
    }

    [Fact]
    public void A_renamed_parameter_of_an_operation_is_one_finding()
    {
        var finding = Diff.Of(Spec("accountId"), Spec("account_id")).Findings.ShouldHaveSingleItem();

        finding.Rule.Id.ShouldBe("spec-parameter");
        finding.Verdict.ShouldBe(Verdict.Breaking);
        finding.Message.ShouldStartWith("the parameter 'accountId' (query) was renamed to 'account_id'");

        static string Spec(string name) => """
            {"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{"/things":{"get":{"operationId":"list","parameters":[
              {"name":"NAME","in":"query","required":true,"schema":{"type":"string"}}],"responses":{"204":{"description":"ok"}}}}}}
            """.Replace("NAME", name, StringComparison.Ordinal);
    }

    [Fact]
    public void An_operation_whose_id_changed_is_one_finding()
    {
        var finding = Diff.Of(Spec("listThings"), Spec("readThings")).Findings.ShouldHaveSingleItem();

        finding.Verdict.ShouldBe(Verdict.Breaking);
        finding.Parts.Select(part => part.Rule.Id).ShouldBe(["spec-operation-id", "source-method"]);

        static string Spec(string id) => """
            {"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{"/things":{"get":{"operationId":"NAME",
              "responses":{"204":{"description":"ok"}}}}}}
            """.Replace("NAME", id, StringComparison.Ordinal);
    }

    [Fact]
    public void The_differences_are_what_was_merged()
    {
        var report = Diff.Of(Of("""{"q":{"type":"string"}}"""), Of("""{"query":{"type":"string"}}"""));

        report.Differences.Select(difference => difference.Rule.Id).ShouldBe(["schema-properties", "source-parameter"]);
    }

    private static string Of(string properties, bool isRequired = false)
    {
        var name = System.Text.Json.JsonElement.Parse(properties).EnumerateObject().Select(property => property.Name).FirstOrDefault();
        var required = isRequired && name is not null ? $",\"required\":[\"{name}\"]" : "";
        return Diff.Catalog(Diff.Action(
            "A_B", $$"""{"type":"object","properties":{{properties}}{{required}},"additionalProperties":false}"""));
    }
}
