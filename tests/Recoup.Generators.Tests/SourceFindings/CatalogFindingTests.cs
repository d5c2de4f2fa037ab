using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.SourceFindings;

/// <summary>
/// Programs that use everything in one catalog are compiled against another catalog. If, and only if, the compiler reports an error, the
/// comparison of the two catalogs has a finding about the source, and the finding names the error.
/// </summary>
public sealed class CatalogFindingTests(ITestOutputHelper output)
{
    public static TheoryData<string, string> Pairs => new()
    {
        { "github.older.served.json", "github-googledrive.served.json" },
        { "github-googledrive.served.json", "github.older.served.json" },
        { "github-googledrive.source.json", "github-googledrive.served.json" },
        { "github-googledrive.served.json", "github-googledrive.source.json" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Real_programs_break_exactly_where_a_finding_says_so(string before, string after) =>
        ShouldAgree(PinnedPair.OfCatalogs(
            File.ReadAllText(TestData.RequireExternal("catalogs", before)), File.ReadAllText(TestData.RequireExternal("catalogs", after))));

    [Fact]
    public void Every_change_of_parameters_breaks_exactly_where_a_finding_says_so()
    {
        const string closed = "\"additionalProperties\":false}";
        string[] schemas =
        [
            """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"integer"}},"required":["a"],""" + closed,
            """{"type":"object","properties":{"b":{"type":"integer"},"a":{"type":"string"}},"required":["b","a"],""" + closed,
            """{"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"number"}},"required":["a"],""" + closed,
            """{"type":"object","properties":{"a":{"type":"number"}},"required":["a"],""" + closed,
            """{"type":"object","properties":{"a":{"type":"string","enum":["x","y"]},"b":{"type":["integer","null"]}},""" + closed,
            """{"type":"object","properties":{"a":{"type":"string","enum":["x"]},"b":{"type":["string","null"]},"c":"""
            + """{"type":"array","items":{"type":"string"}}},"required":["c"],""" + closed,
            """{"type":"object","properties":{"a":{"anyOf":[{"type":"string"},{"type":"integer"}]},"c":{"type":["array","null"],"items":"""
            + """{"type":"string"}}},""" + closed,
            """{"type":"object","properties":{"c":{"type":"array","items":{"type":"integer"}},"a":{}},""" + closed,
            """{"type":"object","properties":{"a":{"type":"object","properties":{"k":{"type":"string"}},"required":["k"]},"b":"""
            + """{"const":"x"}},"required":["b"],""" + closed,
            """{"type":"object","properties":{"a":{"type":"object","properties":{"k":{"type":"integer"}}}},"additionalProperties":"""
                + """{"type":"string"}}""",
            """{"type":"object","properties":{},"additionalProperties":false}""",
            "{}",
        ];
        Everything(schemas, (slug, schema) => Catalog.Action(slug, schema)).ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Every_change_of_a_property_breaks_exactly_where_a_finding_says_so() =>
        // A property with the slug makes each shape, and therefore its name, unique to its action.
        Everything(PropertySchemas, (slug, schema) =>
            Catalog.Action(slug, "{\"type\":\"object\",\"properties\":{\"x\":{\"type\":\"object\",\"properties\":{\"p\":"
            + schema + ",\"" + slug + "\":{\"type\":\"string\"}}}},\"additionalProperties\":false}")).ShouldBeGreaterThan(200);

    // A view has a nullable property for each value, so only the nullability of items matters.
    [Fact]
    public void Every_change_of_a_result_breaks_exactly_where_a_finding_says_so() =>
        Everything(
            [
                .. PropertySchemas.Where(schema =>
                    !schema.Contains("null", StringComparison.Ordinal) || schema.Contains("items", StringComparison.Ordinal)),
            ],
            (slug, schema) => Catalog.Action(
                slug, output: "{\"type\":\"object\",\"properties\":{\"p\":" + schema + ",\"q\":{\"type\":\"string\"}}}"))
                .ShouldBeGreaterThan(200);

    [Fact]
    public void Every_change_of_a_required_parameter_breaks_exactly_where_a_finding_says_so() =>
        Everything(PropertySchemas, (slug, schema) => Catalog.Action(slug, Parameter(slug, schema, isRequired: true)))
            .ShouldBeGreaterThan(200);

    [Fact]
    public void Every_change_of_presence_breaks_exactly_where_a_finding_says_so() =>
        Everything(
            [
                .. from schema in PresenceSchemas from presence in (string[])["required ", "optional "] select presence + schema,
            ],
            (slug, text) => Catalog.Action(slug, Parameter(
                slug, text[text.IndexOf(' ', StringComparison.Ordinal)..], text.StartsWith("required", StringComparison.Ordinal))))
                .ShouldBeGreaterThan(100);

    // A parameter with the slug makes each shape, and therefore its name, unique to its action.
    private static string Parameter(string slug, string schema, bool isRequired)
    {
        var required = isRequired ? "\"p\"" : "";
        return "{\"type\":\"object\",\"properties\":{\"p\":" + schema + ",\"" + slug
            + "\":{\"type\":\"string\"}},\"required\":[" + required + "],\"additionalProperties\":false}";
    }

    private static readonly string[] PresenceSchemas =
    [
        """{"type":"integer"}""",
        """{"type":["integer","null"]}""",
        """{"type":["string","null"]}""",
        """{"type":["string","null"],"enum":["a","b",null]}""",
        """{"anyOf":[{"type":"string"},{"type":"integer"}]}""",
        """{"anyOf":[{"type":"string"},{"type":"integer"},{"type":"null"}]}""",
        """{"type":["array","null"],"items":{"type":"string"}}""",
        """{"anyOf":[{"type":"object","properties":{"k":{"type":"string"}},"required":["k"]},{"type":"boolean"},{"type":"null"}]}""",
    ];

    private static readonly string[] PropertySchemas =
    [
        """{"type":"string"}""",
        """{"type":["string","null"]}""",
        """{"type":"integer"}""",
        """{"type":["integer","null"]}""",
        """{"anyOf":[{"type":"boolean"},{"type":"null"}]}""",
        """{"type":["number","null"],"default":null}""",
        """{"type":"number"}""",
        """{"type":"boolean"}""",
        """{"type":"string","format":"date-time"}""",
        """{"type":"string","format":"byte"}""",
        """{"type":"string","enum":["a","b"]}""",
        """{"type":["string","null"],"enum":["a","b",null]}""",
        """{"type":"array","items":{"type":"string"}}""",
        """{"type":["array","null"],"items":{"type":"string"}}""",
        """{"type":"array","items":{"type":["integer","null"]}}""",
        """{"type":"object","additionalProperties":{"type":"string"}}""",
        """{"type":"object","additionalProperties":{"type":["integer","null"]}}""",
        """{"type":"object","properties":{"k":{"type":"string"}},"required":["k"]}""",
        """{"anyOf":[{"type":"string"},{"type":"integer"}]}""",
        """{"anyOf":[{"type":"string"},{"type":"number"},{"type":"null"}]}""",
        """{"anyOf":[{"type":"number"},{"type":"array","items":{"type":"string"}}]}""",
        """{"anyOf":[{"type":"integer"},{"type":"array","items":{"type":"string"}},{"type":"null"}]}""",
        """{"anyOf":[{"type":"object","properties":{"k":{"type":"string"}},"required":["k"]},"""
            + """{"type":"object","properties":{"l":{"type":"integer"}},"required":["l"]}]}""",
        """{"type":"object","properties":{"name":{"type":"string"},"mimetype":{"type":"string"},"s3key":{"type":"string"}},"required":"""
            + """["name","mimetype","s3key"]}""",
        "{}",
    ];

    /// <summary>Every schema changes to every other schema, each pair in a separate action.</summary>
    private int Everything(string[] schemas, Func<string, string, string> action)
    {
        var rows = (from before in schemas from after in schemas select (before, after))
            .Select((pair, i) => (Slug: $"SHOP_A{i}", pair.before, pair.after))
            .ToList();
        var pair = PinnedPair.OfCatalogs(
            Catalog.Of([.. rows.Select(row => action(row.Slug, row.before))]),
            Catalog.Of([.. rows.Select(row => action(row.Slug, row.after))]));
        ShouldAgree(pair);
        return pair.Errors.Count;
    }

    private void ShouldAgree(PinnedPair pair)
    {
        var kinds = pair.Uses.CountBy(use => use.Kind).OrderBy(kind => kind.Key).Select(kind => $"{kind.Key} {kind.Value}");
        output.WriteLine($"{string.Join(", ", kinds)}; {pair.Errors.Count} refused; findings: "
            + string.Join(
                ", ",
                pair.Report.Differences.Where(finding => finding.Source is not null)
                    .CountBy(finding => finding.Rule.Id)
                    .Select(rule => $"{rule.Key} {rule.Value}")));
        pair.Disagreements.ShouldBeEmpty();
    }
}
