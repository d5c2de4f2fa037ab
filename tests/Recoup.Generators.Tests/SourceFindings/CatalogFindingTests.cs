using Recoup.Generators.Tests.Driving;
using Recoup.Tests;

namespace Recoup.Generators.Tests.SourceFindings;

/// <summary>
/// Programs that use all of one catalog are compiled against another: where the compiler complains, and only there, the comparison of the two
/// has a finding about the source, and it names the compiler's error.
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
    public void Real_programs_break_exactly_where_a_finding_says_so(string old, string @new) =>
        ShouldAgree(PinnedPair.OfCatalogs(File.ReadAllText(TestData.RequireExternal("catalogs", old)), File.ReadAllText(TestData.RequireExternal("catalogs", @new))));

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
            """{"type":"object","properties":{"a":{"type":"string","enum":["x"]},"b":{"type":["string","null"]},"c":{"type":"array","items":{"type":"string"}}},"required":["c"],""" + closed,
            """{"type":"object","properties":{"a":{"anyOf":[{"type":"string"},{"type":"integer"}]},"c":{"type":["array","null"],"items":{"type":"string"}}},""" + closed,
            """{"type":"object","properties":{"c":{"type":"array","items":{"type":"integer"}},"a":{}},""" + closed,
            """{"type":"object","properties":{"a":{"type":"object","properties":{"k":{"type":"string"}},"required":["k"]},"b":{"const":"x"}},"required":["b"],""" + closed,
            """{"type":"object","properties":{"a":{"type":"object","properties":{"k":{"type":"integer"}}}},"additionalProperties":{"type":"string"}}""",
            """{"type":"object","properties":{},"additionalProperties":false}""",
            "{}",
        ];
        Everything(schemas, (slug, schema) => Catalog.Action(slug, schema)).ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Every_change_of_a_property_breaks_exactly_where_a_finding_says_so() =>
        // The slug as a property keeps each shape, and so its name, the action's own.
        Everything(PropertySchemas, (slug, schema) => Catalog.Action(slug, "{\"type\":\"object\",\"properties\":{\"x\":{\"type\":\"object\",\"properties\":{\"p\":"
            + schema + ",\"" + slug + "\":{\"type\":\"string\"}}}},\"additionalProperties\":false}")).ShouldBeGreaterThan(200);

    [Fact]
    public void Every_change_of_a_result_breaks_exactly_where_a_finding_says_so() =>
        Everything(PropertySchemas, (slug, schema) => Catalog.Action(
            slug, output: "{\"type\":\"object\",\"properties\":{\"p\":" + schema + ",\"q\":{\"type\":\"string\"}}}")).ShouldBeGreaterThan(200);

    private static readonly string[] PropertySchemas =
    [
        """{"type":"string"}""",
        """{"type":["string","null"]}""",
        """{"type":"integer"}""",
        """{"type":["number","null"],"default":null}""",
        """{"type":"number"}""",
        """{"type":"boolean"}""",
        """{"type":"string","format":"date-time"}""",
        """{"type":"string","format":"byte"}""",
        """{"type":"string","enum":["a","b"]}""",
        """{"type":"array","items":{"type":"string"}}""",
        """{"type":["array","null"],"items":{"type":"string"}}""",
        """{"type":"array","items":{"type":["integer","null"]}}""",
        """{"type":"object","additionalProperties":{"type":"string"}}""",
        """{"type":"object","properties":{"k":{"type":"string"}},"required":["k"]}""",
        """{"anyOf":[{"type":"string"},{"type":"integer"}]}""",
        """{"anyOf":[{"type":"number"},{"type":"array","items":{"type":"string"}}]}""",
        """{"type":"object","properties":{"name":{"type":"string"},"mimetype":{"type":"string"},"s3key":{"type":"string"}},"required":["name","mimetype","s3key"]}""",
        "{}",
    ];

    /// <summary>Every schema changes into every other one, each in an action of its own.</summary>
    private int Everything(string[] schemas, Func<string, string, string> action)
    {
        var rows = (from old in schemas from @new in schemas select (old, @new)).Select((pair, i) => (Slug: $"SHOP_A{i}", pair.old, pair.@new)).ToList();
        var pair = PinnedPair.OfCatalogs(Catalog.Of([.. rows.Select(row => action(row.Slug, row.old))]), Catalog.Of([.. rows.Select(row => action(row.Slug, row.@new))]));
        ShouldAgree(pair);
        return pair.Errors.Count;
    }

    private void ShouldAgree(PinnedPair pair)
    {
        var kinds = pair.Uses.CountBy(use => use.Kind).OrderBy(kind => kind.Key).Select(kind => $"{kind.Key} {kind.Value}");
        output.WriteLine($"{string.Join(", ", kinds)}; {pair.Errors.Count} refused; findings: "
            + string.Join(", ", pair.Report.Findings.Where(finding => finding.Source is not null).CountBy(finding => finding.Rule.Id).Select(rule => $"{rule.Key} {rule.Value}")));
        pair.Disagreements.ShouldBeEmpty();
    }
}
