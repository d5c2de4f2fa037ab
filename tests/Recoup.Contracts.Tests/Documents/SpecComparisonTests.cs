using System.Text.Json.Nodes;

namespace Recoup.Contracts.Tests.Documents;

public sealed class SpecComparisonTests
{
    private static readonly string Spec = File.ReadAllText(TestData.Spec);

    private static readonly DiffOptions WireOnly = new() { WireOnly = true };

    [Fact]
    public void The_same_document_has_no_findings()
    {
        var report = Diff.Of(Spec, JsonNode.Parse(Spec)!.ToJsonString());

        report.Findings.ShouldBeEmpty();
        report.Compared.ShouldBe(6);
    }

    public static TheoryData<string, string, string, Verdict, Verdict> Edits => new()
    {
        // Path of what is edited, its new value ("" removes it), the rule, the verdict, the verdict of the mirror.
        { "paths|/api/connectors|delete", "", "spec-operation", Verdict.Breaking, Verdict.Compatible },
        { "paths|/api/connectors|get|operationId", "\"allConnectors\"", "spec-operation-id", Verdict.Behavior, Verdict.Behavior },
        { "paths|/api/connectors|get|deprecated", "true", "spec-deprecated", Verdict.Behavior, Verdict.Behavior },
        { "paths|/api/connectors|get|description", "\"Other.\"", "spec-description", Verdict.Behavior, Verdict.Behavior },
        { "paths|/api/connectors|get|parameters|0|required", "true", "spec-parameter-required", Verdict.Breaking, Verdict.Compatible },
        { "paths|/api/connectors|get|parameters|0|schema|type", "\"integer\"", "schema-type", Verdict.Breaking, Verdict.Compatible },
        { "paths|/api/connectors|get|parameters", "[]", "spec-parameter", Verdict.Behavior, Verdict.Compatible },
        { "paths|/api/connectors/actions|post|requestBody|required", "false", "spec-body-required", Verdict.Compatible, Verdict.Breaking },
        { "paths|/api/connectors/actions|post|requestBody", "", "spec-body", Verdict.Breaking, Verdict.Breaking },
        { "paths|/api/connectors/actions|post|responses|409", "", "spec-status", Verdict.Compatible, Verdict.Behavior },
        { "paths|/api/connectors/actions|post|responses|200", "", "spec-status", Verdict.Breaking, Verdict.Behavior },
        { "paths|/api/connectors/actions|post|security", "[]", "spec-security", Verdict.Compatible, Verdict.Breaking },
        { "servers|0|url", "\"https://elsewhere.test\"", "spec-server", Verdict.Behavior, Verdict.Behavior },
        { "components|schemas|Error|properties|error|type", "\"string\"", "schema-type", Verdict.Breaking, Verdict.Breaking },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_and_its_mirror_are_located(string path, string value, string rule, Verdict verdict, Verdict mirror)
    {
        var edited = Edit(path, value);

        ShouldFind(Diff.Of(Spec, edited, WireOnly), rule, verdict);
        ShouldFind(Diff.Of(edited, Spec, WireOnly), rule, mirror);
    }

    [Fact]
    public void A_response_field_that_becomes_optional_is_breaking_with_a_witness()
    {
        var edited = Edit("components|schemas|ConnectorsResponse|required", "[]");

        var findings = Diff.Of(Spec, edited, WireOnly).Findings;
        findings.Select(finding => finding.Action).Distinct().ShouldBe(["GET /api/connectors"]);
        findings.Select(finding => finding.Message)
            .ShouldBe(["response 200: 'connectors' is no longer required", "response 200: 'success' is no longer required"]);
        findings.ShouldAllBe(finding =>
            finding.Direction == Direction.Results && finding.Verdict == Verdict.Breaking && finding.Witness!.AcceptedBy == Side.After);
        findings.ShouldAllBe(finding => finding.Pointer.StartsWith("/components/schemas/ConnectorsResponse"));
    }

    [Fact]
    public void A_change_of_the_generated_class_is_located_in_the_document()
    {
        var findings = Diff.Of(
            Spec,
            Edit("paths|/api/connectors|get|parameters|0|schema", """{"type":"integer"}""")).Differences.Where(finding =>
                finding.Source is not null);

        var finding = findings.ShouldHaveSingleItem();
        finding.Rule.Id.ShouldBe("source-type");
        finding.Action.ShouldBe("GET /api/connectors");
        finding.Source!.NamedCalls.ShouldBe("CS1503");
        finding.Pointer.ShouldBe("/paths/~1api~1connectors/get/parameters/0");
        finding.AfterLocation!.Pointer.ShouldBe(finding.Pointer);
    }

    [Fact]
    public void A_removed_operation_names_the_generated_method()
    {
        var finding = Diff.Of(Spec, Edit("paths|/api/connectors|delete", "")).Findings.ShouldHaveSingleItem();

        finding.Rule.Id.ShouldBe("spec-operation");
        finding.Source!.Member.ShouldEndWith("Async");
        finding.Source.NamedCalls.ShouldBe("CS1061");
    }

    [Fact]
    public void Operations_that_share_schemas_are_compared_at_the_same_time()
    {
        var (before, after) = (SharedSchemas("integer"), SharedSchemas("string"));
        var first = Messages();

        first.Count.ShouldBeGreaterThan(0);
        for (var run = 0; run < 10; run++)
            Messages().ShouldBe(first);

        List<string> Messages() =>
            [.. Diff.Of(before, after, WireOnly).Findings.Select(finding => $"{finding.Action} {finding.Verdict} {finding.Message}")];
    }

    // Only the schema around knows which of the required properties a message does not contain: each use copies the component.
    private static string SharedSchemas(string type)
    {
        const int Count = 30;
        string[] Each(string text) => [.. Enumerable.Range(0, Count).Select(i => text
            .Replace("NUMBER", $"{i}", StringComparison.Ordinal)
            .Replace("TYPE", type, StringComparison.Ordinal))];

        var paths = Each("""
            "/pNUMBER":{"post":{"requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/SNUMBER"}}}},
              "responses":{"200":{"description":"","content":{"application/json":{"schema":{"$ref":"#/components/schemas/SNUMBER"}}}}}}}
            """);
        var schemas = Each("""
            "SNUMBER":{"properties":{"id":{"type":"integer","readOnly":true},"secret":{"type":"string","writeOnly":true},
              "count":{"type":"TYPE"}},
              "allOf":[{"$ref":"#/components/schemas/RNUMBER"}]},
            "RNUMBER":{"required":["id","secret"],"properties":{"nNUMBER":{"type":"TYPE"}}}
            """);
        return """{"openapi":"3.1.0","info":{"title":"","version":""},"paths":{""" + string.Join(",\n", paths)
            + """},"components":{"schemas":{""" + string.Join(",\n", schemas) + "}}}";
    }

    private static void ShouldFind(Report report, string rule, Verdict verdict)
    {
        var found = report.Findings.Where(finding => finding.Rule.Id == rule).ToList();
        found.ShouldNotBeEmpty(string.Join("\n", report.Findings.Select(finding => $"{finding.Rule.Id} {finding.Message}")));
        found.ShouldAllBe(finding => finding.Verdict == verdict);
        found.ShouldAllBe(finding => finding.Location != null && finding.Location.Line > 0);
        report.Findings.Select(finding => finding.Rule.Id).Distinct().ShouldBe([rule]);
    }

    private static string Edit(string path, string value)
    {
        var root = JsonNode.Parse(Spec)!;
        var steps = path.Split('|');
        var parent = steps[..^1].Aggregate(
            root,
            (node, step) =>
                node is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!);
        if (value.Length == 0)
            ((JsonObject)parent).Remove(steps[^1]);
        else
            parent[steps[^1]] = JsonNode.Parse(value);
        return root.ToJsonString();
    }
}
