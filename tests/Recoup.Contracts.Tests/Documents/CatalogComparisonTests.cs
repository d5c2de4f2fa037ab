namespace Recoup.Contracts.Tests.Documents;

public sealed class CatalogComparisonTests
{
    private const string Empty = """{"type":"object","properties":{},"additionalProperties":false}""";
    private static readonly string[] Meta = [.. Enumerable.Range(0, 4).Select(i => Diff.Action($"COMPOSIO_M{i}", Empty))];
    private static readonly string[] Sheets = [.. Enumerable.Range(0, 8).Select(i => Diff.Action($"GOOGLESHEETS_A{i}", Empty))];
    private static readonly string[] Docs = [.. Enumerable.Range(0, 8).Select(i => Diff.Action($"GOOGLEDOCS_A{i}", Empty))];

    [Fact]
    public void The_same_catalog_has_no_findings()
    {
        var report = Diff.Of(Diff.Catalog(Sheets), Diff.Catalog(Sheets.Reverse()));

        report.Findings.ShouldBeEmpty();
        report.Notes.ShouldBeEmpty();
        report.Worst.ShouldBeNull();
        report.Compared.ShouldBe(8);
    }

    [Fact]
    public void A_removed_action_is_breaking_and_a_new_one_is_compatible()
    {
        var report = Diff.Of(
            Diff.Catalog([.. Sheets, .. Docs]), Diff.Catalog([.. Sheets.Skip(1), .. Docs, Diff.Action("GOOGLEDOCS_NEW", Empty)]));

        report.Findings.Select(finding => (finding.Rule.Id, finding.Change, finding.Verdict, finding.Action)).ShouldBe(
        [
            ("catalog-action", Change.Removed, Verdict.Breaking, "GOOGLESHEETS_A0"),
            ("catalog-action", Change.Added, Verdict.Compatible, "GOOGLEDOCS_NEW"),
        ]);
        report.Findings[0].Location!.Line.ShouldBe(2);
        report.Findings[0].Location!.Pointer.ShouldBe("/actions/0/slug");
    }

    [Fact]
    public void A_connector_whose_only_action_is_replaced_is_not_new()
    {
        var report = Diff.Of(
            Diff.Catalog([.. Sheets, Diff.Action("LINKEDIN_POST", Empty, description: "Writes a post.")]),
            Diff.Catalog([.. Sheets, Diff.Action("LINKEDIN_GET_PROFILE", Empty, description: "Reads a profile.")]));

        report.Findings.Select(finding => (finding.Rule.Id, finding.Change, finding.Action)).ShouldBe(
        [
            ("catalog-action", Change.Removed, "LINKEDIN_POST"),
            ("catalog-action", Change.Added, "LINKEDIN_GET_PROFILE"),
        ]);
    }

    [Theory]
    [InlineData("{}", """{"type":"object"}""")]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", """{"type":["object","null"],"properties":{"a":{"type":"string"}}}""")]
    public void Parameters_are_compared_as_objects_even_if_their_schema_accepts_more(string before, string after)
    {
        Diff.OfSchemas(before, after).ShouldBeEmpty();
        Diff.OfSchemas(after, before).ShouldBeEmpty();
        Diff.OfSchemas(before, after, Direction.Results).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(
        """{"anyOf":[{"type":"integer","maximum":500},{"type":"null"}]}""",
        """{"anyOf":[{"type":"integer","maximum":20},{"type":"null"}]}""",
        "/v: expected at most 20, got 21")]
    [InlineData(
        """{"anyOf":[{"type":"array","items":{"type":"string"}},{"type":"null"}]}""",
        """{"anyOf":[{"type":"array","items":{"type":"integer"}},{"type":"null"}]}""",
        "/v/0: expected integer, got string")]
    public void A_violation_is_located_in_the_matching_alternative(string before, string after, string violation) =>
        Diff.OfSchemas(Of(before), Of(after)).Single(finding => finding.Verdict == Verdict.Breaking).Witness!.Violation.ShouldBe(violation);

    [Fact]
    public void Each_edit_shows_its_own_violation()
    {
        const string Old =
            """{"type":"object","properties":{"title":{"type":"string"},"body":{"type":"string"}},"required":"""
                + """["title"],"additionalProperties":false}""";
        const string New =
            """{"type":"object","properties":{"subject":{"type":"string"},"owner":{"type":"string"},"body":"""
                + """{"type":"string"}},"required":["owner","subject"],"additionalProperties":false}""";

        var violations = Diff.OfSchemas(Old, New)
            .Where(finding => finding.Verdict == Verdict.Breaking)
            .ToDictionary(finding => finding.Message, finding => finding.Witness!.Violation);

        violations["'subject' is new and required"].ShouldContain("\"subject\"");
        violations["'owner' is new and required"].ShouldContain("\"owner\"");
        violations["'title' was removed"].ShouldStartWith("/title:");
    }

    private static string Of(string schema) => $$$"""{"type":"object","properties":{"v":{{{schema}}}},"required":["v"]}""";

    [Fact]
    public void An_empty_catalog_is_suspect_and_removes_nothing() => ShouldBeSuspect([]);

    [Fact]
    public void A_catalog_of_meta_actions_alone_is_suspect_and_removes_nothing() => ShouldBeSuspect(Meta);

    [Fact]
    public void A_catalog_that_lost_most_of_its_actions_is_suspect_and_removes_nothing() => ShouldBeSuspect([.. Meta, .. Sheets.Take(3)]);

    [Theory]
    [InlineData(11, 5, true)]
    [InlineData(11, 6, false)]
    [InlineData(10, 4, true)]
    [InlineData(10, 5, false)]
    [InlineData(9, 1, false)]
    public void A_catalog_that_lost_more_than_half_of_ten_or_more_actions_is_suspect(int before, int after, bool isSuspect)
    {
        string[] actions = [.. Meta, .. Sheets, .. Docs];

        Diff.Of(Diff.Catalog(actions[^before..]), Diff.Catalog(actions[^after..])).IsSuspect.ShouldBe(isSuspect);
    }

    private static void ShouldBeSuspect(string[] actions)
    {
        var report = Diff.Of(Diff.Catalog([.. Meta, .. Sheets, .. Docs]), Diff.Catalog(actions));

        report.IsSuspect.ShouldBeTrue();
        report.Notes.ShouldHaveSingleItem().Kind.ShouldBe(NoteKind.Suspect);
        report.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_missing_connector_is_one_unproven_finding()
    {
        var finding = Diff.Of(
            Diff.Catalog([.. Meta, .. Sheets, .. Docs]), Diff.Catalog([.. Meta, .. Sheets])).Findings.ShouldHaveSingleItem();

        finding.Rule.Id.ShouldBe("catalog-connector");
        finding.Verdict.ShouldBe(Verdict.Unproven);
        finding.Affected.Count.ShouldBe(8);
        finding.Reason.ShouldNotBeNull().ShouldContain("disconnected");
    }

    [Fact]
    public void A_missing_connector_is_breaking_if_missing_actions_are_trusted()
    {
        var report = Diff.Of(Diff.Catalog([.. Meta, .. Sheets, .. Docs]), Diff.Catalog(Meta), new DiffOptions { SuspectOutages = false });

        report.IsSuspect.ShouldBeFalse();
        report.Findings.Select(finding => (finding.Rule.Id, finding.Verdict))
            .ShouldBe([("catalog-connector", Verdict.Breaking), ("catalog-connector", Verdict.Breaking)]);
    }

    [Fact]
    public void A_new_connector_is_one_finding() =>
        Diff.Of(Diff.Catalog(Sheets), Diff.Catalog([.. Sheets, .. Docs])).Findings.ShouldHaveSingleItem().Affected.Count.ShouldBe(8);

    [Fact]
    public void A_disconnected_connector_is_one_breaking_finding()
    {
        var off = Enumerable.Range(0, 8).Select(i => Diff.Action($"GOOGLEDOCS_A{i}", Empty, isConnected: false));
        var finding = Diff.Of(Diff.Catalog(Docs), Diff.Catalog(off)).Findings.ShouldHaveSingleItem();

        finding.Rule.Id.ShouldBe("catalog-connection");
        finding.Verdict.ShouldBe(Verdict.Breaking);
        finding.Affected.Count.ShouldBe(8);
    }

    [Fact]
    public void A_changed_description_is_behavior_and_is_located()
    {
        var finding = Diff.Of(
            Diff.Catalog(Diff.Action("A_B", Empty, description: "One.")),
            Diff.Catalog(Diff.Action("A_B", Empty, description: "Two."))).Findings.ShouldHaveSingleItem();

        finding.Rule.Id.ShouldBe("catalog-description");
        finding.Verdict.ShouldBe(Verdict.Behavior);
        finding.Pointer.ShouldBe("/description");
        finding.AfterLocation!.Pointer.ShouldBe("/actions/0/description");
        (finding.Before, finding.After).ShouldBe(("\"One.\"", "\"Two.\""));
    }

    [Fact]
    public void A_switch_of_the_schema_dialect_is_one_finding()
    {
        static string Actions(Func<string, string> schema) =>
            Diff.Catalog(Enumerable.Range(0, 20).Select(i => Diff.Action($"A_B{i}", schema($"p{i}"))));
        var before = Actions(name =>
            $$$"""{"type":"object","properties":{"{{{name}}}":{"type":"integer","default":"""
                + $$$"""1},"mail":{"type":"string","format":"email"},"n":{"type":["string","null"]}},"additionalProperties":"""
                    + $$$"""false,"$schema":"http://json-schema.org/draft-07/schema#"}""");
        var after = Actions(name =>
            $$$"""{"$schema":"https:"""
                + $$$"""//json-schema.org/draft/2020-12/schema","type":"object","properties":{"{{{name}}}":{"type":"integer","default":"""
                    + $$$"""1,"minimum":-9007199254740991,"maximum":"""
                        + $$$"""9007199254740991},"mail":{"type":"string","format":"email","pattern":"^.+@.+$"},"n":{"anyOf":"""
                            + $$$"""[{"type":"string"},{"type":"null"}]}},"required":["{{{name}}}"],"additionalProperties":false}""");

        var finding = Diff.Of(before, after, new DiffOptions { WireOnly = true }).Findings.ShouldHaveSingleItem();

        finding.Rule.Id.ShouldBe("catalog-dialect");
        finding.Affected.Count.ShouldBe(20);
        finding.Reason.ShouldNotBeNull().ShouldStartWith("this finding includes 40 changes");
    }

    [Fact]
    public void A_wider_result_is_breaking_and_a_narrower_one_is_compatible()
    {
        static string Of(string result) =>
            Diff.Catalog(Diff.Action("A_B", Empty, $$"""{"type":"object","properties":{"id":{{result}}},"required":["id"]}"""));
        var (text, maybe) = (Of("""{"type":"string"}"""), Of("""{"type":["string","null"]}"""));

        // Of the C#, nothing: a property of a view may always be null.
        var widened = Diff.Of(text, maybe).Findings.ShouldHaveSingleItem();
        (widened.Direction, widened.Verdict, widened.Change).ShouldBe((Direction.Results, Verdict.Breaking, Change.Loosened));
        widened.Witness!.Json.ShouldBe("""{"id":null}""");
        widened.Witness.AcceptedBy.ShouldBe(Side.After);
        Diff.Of(maybe, text).Findings.ShouldHaveSingleItem().Verdict.ShouldBe(Verdict.Compatible);
    }

    [Fact]
    public void A_removal_names_what_the_generated_code_loses()
    {
        var action = Diff.Of(Diff.Catalog(Sheets), Diff.Catalog(Sheets.Skip(1))).Findings.ShouldHaveSingleItem();
        var connector = Diff.Of(
            Diff.Catalog([.. Sheets, .. Docs]),
            Diff.Catalog(Sheets),
            new DiffOptions { SuspectOutages = false }).Findings.ShouldHaveSingleItem();

        action.Source.ShouldBe(new SourceImpact("GoogleSheets.A0", "CS0117", "CS0117", false) { ShortestCalls = "CS0117" });
        connector.Source.ShouldBe(new SourceImpact("GoogleDocs", "CS0103", "CS0103", false) { ShortestCalls = "CS0103" });
        Diff.Of(
            Diff.Catalog(Sheets),
            Diff.Catalog(Sheets.Skip(1)),
            new DiffOptions { WireOnly = true }).Findings.ShouldHaveSingleItem().Source.ShouldBeNull();
    }

    [Fact]
    public void New_descriptions_of_results_are_one_finding_unless_there_are_no_result_views()
    {
        static string Of(string? result) => Diff.Catalog(Enumerable.Range(0, 20).Select(i => Diff.Action($"A_B{i}", Empty, result)));
        var (raw, described) = (Of(null), Of("""{"type":"object","properties":{"id":{"type":"string"}}}"""));

        var there = Source(Diff.Of(raw, described)).ShouldHaveSingleItem();
        (there.Rule.Id, there.Change, there.Verdict, there.Affected.Count).ShouldBe(("source-result", Change.Added, Verdict.Breaking, 20));
        there.Source!.Uses.ShouldBe("CS0029");
        var back = Source(Diff.Of(described, raw)).ShouldHaveSingleItem();
        (back.Rule.Id, back.Change, back.Affected.Count).ShouldBe(("source-result", Change.Removed, 20));
        back.Source!.Uses.ShouldBe("CS0426");
        Source(Diff.Of(raw, described, new DiffOptions { HasResultViews = false })).ShouldBeEmpty();

        static List<Finding> Source(Report report) => [.. report.Findings.Where(finding => finding.Rule.Level == RuleLevel.Source)];
    }

    [Fact]
    public void A_removed_property_of_a_result_is_located_at_the_result()
    {
        static string Of(string properties) =>
            Diff.Catalog(Diff.Action("A_B", Empty, $$"""{"type":"object","properties":{{properties}}}"""));

        var finding = Diff.Of(Of("""{"id":{"type":"string"},"name":{"type":"string"}}"""), Of("""{"id":{"type":"string"}}""")).Differences
            .Where(finding => finding.Rule.Level == RuleLevel.Source).ShouldHaveSingleItem();

        finding.Source!.Member.ShouldBe("A.BResult.Name");
        finding.Source.Uses.ShouldBe("CS1061");
        finding.Pointer.ShouldBe("/outputParameters");
    }

    [Fact]
    public void A_catalog_and_an_OpenAPI_document_are_not_compared() =>
        Should.Throw<ContractException>(() =>
            Diff.Of(Diff.Catalog(Sheets), """{"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{}}"""))
            .Message.ShouldContain("is a catalog, new.json is an OpenAPI document");
}
