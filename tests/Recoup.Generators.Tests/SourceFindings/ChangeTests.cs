using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.SourceFindings;

/// <summary>Single changes, in both directions: the findings are as expected, and the compiler agrees.</summary>
public sealed class ChangeTests
{
    private const string Text = """{"type":"string"}""";
    private const string Integer = """{"type":"integer"}""";

    /// <summary>The name of the change, the two sides, its findings, and the findings of the reverse change.</summary>
    public static TheoryData<string, string, string, string, string> Parameters => new()
    {
        { "a value of an enum", X("""{"enum":["a","b","c"]}"""), X("""{"enum":["a","b"]}"""), "Acme.DoX.C CS0117", "" },
        { "an enum and a text", X("""{"enum":["a","b"]}"""), X(Text), "Acme.DoX CS0426", "" },
        { "a property", X(Object("", ("k", Text), ("l", Text))), X(Object("", ("k", Text))), "Acme.DoX.L CS0117", "" },
        {
            "a property of another type",
            X(Object("", ("k", Text))),
            X(Object("", ("k", Integer))),
            "Acme.DoX.K CS0029",
            "Acme.DoX.K CS0029"
        },
        {
            "a property of a wider type",
            X(Object("", ("k", Integer))),
            X(Object("", ("k", """{"type":"number"}"""))),
            "",
            "Acme.DoX.K CS0266"
        },
        { "a property that must be set", X(Object("", ("k", Text))), X(Object("k", ("k", Text))), "Acme.DoX.K CS9035", "" },
        {
            "a new property that must be set",
            X(Object("", ("k", Text))),
            X(Object("l", ("k", Text), ("l", Text))),
            "Acme.DoX.L CS9035",
            "Acme.DoX.L CS0117"
        },
        {
            "a property that is a constant",
            X(Object("k", ("k", Text), ("l", Text))),
            X(Object("k", ("k", """{"const":"v"}"""), ("l", Text))),
            "Acme.DoX.K CS0117",
            "Acme.DoX.K CS9035"
        },
        {
            "further properties",
            X(Closed(Object("", ("k", Text)), Text)),
            X(Closed(Object("", ("k", Text)), "false")),
            "Acme.DoX.AdditionalProperties CS0117",
            ""
        },
        {
            "further properties of another type",
            X(Closed(Object("", ("k", Text)), Text)),
            X(Closed(Object("", ("k", Text)), Integer)),
            "Acme.DoX.AdditionalProperties CS0266",
            "Acme.DoX.AdditionalProperties CS0266"
        },
        {
            "an object in an object",
            X(Object("", ("k", Object("", ("m", Text))))),
            X(Object("", ("k", Text))),
            "Acme.DoX.K CS0426, Acme.DoXK CS0426",
            "Acme.DoX.K CS0029"
        },
        {
            "an enum in a list",
            X("""{"type":"array","items":{"enum":["a","b"]}}"""),
            X("""{"type":"array","items":{"enum":["a"]}}"""),
            "Acme.DoX.B CS0117",
            ""
        },
        { "an enum and an object", X("""{"enum":["a","b"]}"""), X(Object("", ("k", Text))), "Acme.DoX CS0117", "Acme.DoX CS0117" },
        {
            "a kind of single values",
            X(AnyOf(Text, Integer, "{\"type\":\"boolean\"}")),
            X(AnyOf(Text, Integer)),
            "",
            ""
        },
        {
            "a branch of a union of its own",
            X(AnyOf(Integer, Object("", ("k", Text)), "{\"type\":\"boolean\"}")),
            X(AnyOf(Integer, Object("", ("k", Text)))),
            "Acme.DoX(bool) CS0029",
            ""
        },
        {
            "a wider branch of a union",
            X(AnyOf(Integer, Object("", ("k", Text)))),
            X(AnyOf("{\"type\":\"number\"}", Object("", ("k", Text)))),
            "",
            "Acme.DoX(double) CS0266"
        },
        {
            "a second list of a union",
            X(AnyOf(Integer, List(Text))),
            X(AnyOf(Integer, List(Text), List(Integer))),
            "Acme.DoX([]) CS9174",
            "Acme.DoX(IReadOnlyList<long>) CS0029"
        },
        {
            "a map of a union",
            X(AnyOf(Integer, Object("", ("k", Text)), """{"type":"object","additionalProperties":{"type":"string"}}""")),
            X(AnyOf(Integer, Object("", ("k", Text)))),
            "Acme.DoX(IReadOnlyDictionary<string, string>) CS0029",
            ""
        },
        { "a constraint", X("""{"type":"array","items":{"type":"string"},"minItems":1}"""), X(List(Text)), "", "" },
    };

    [Theory]
    [MemberData(nameof(Parameters))]
    public void A_change_of_a_declared_type(string what, string one, string other, string there, string back) =>
        ShouldBe(what, Declarations, Acme(one), Acme(other), there, back);

    public static TheoryData<string, string?, string?, string, string> Results => new()
    {
        { "a result", null, Object("", ("k", Text)), "Acme.Do CS0029", "Acme.Do CS0426" },
        { "a result and a list of it", Object("", ("k", Text)), List(Object("", ("k", Text))), "Acme.Do CS0029", "Acme.Do CS0029" },
        { "a property", Object("", ("k", Text), ("l", Text)), Object("", ("k", Text)), "Acme.DoResult.L CS1061", "" },
        {
            "a property of another type",
            Object("", ("k", Text)),
            Object("", ("k", Integer)),
            "Acme.DoResult.K CS0029",
            "Acme.DoResult.K CS0029"
        },
        {
            "a property of a wider type",
            Object("", ("k", Integer)),
            Object("", ("k", """{"type":"number"}""")),
            "Acme.DoResult.K CS0266",
            ""
        },
        { "a property that may be null", Object("k", ("k", Text)), Object("", ("k", """{"type":["string","null"]}""")), "", "" },
        { "items that may be null", Object("", ("k", List(Text))), Object("", ("k", List("""{"type":["string","null"]}"""))), "", "" },
        {
            "integers that may be null",
            Object("", ("k", List(Integer))),
            Object("", ("k", List("""{"type":["integer","null"]}"""))),
            "Acme.DoResult.K CS0266",
            "Acme.DoResult.K CS0266"
        },
        {
            "a value of an enum",
            Object("", ("k", """{"enum":["a","b","c"]}""")),
            Object("", ("k", """{"enum":["a","b"]}""")),
            "Acme.DoResultK.C CS0117",
            ""
        },
        {
            "an enum and a text",
            Object("", ("k", """{"enum":["a","b"]}""")),
            Object("", ("k", Text)),
            "Acme.DoResult.K CS0426, Acme.DoResultK CS0426",
            "Acme.DoResult.K CS0029"
        },
        { "a text and any JSON", Object("", ("k", Text)), Object("", ("k", "{}")), "Acme.DoResult.K CS0029", "Acme.DoResult.K CS0029" },
        {
            "a view in a view",
            Object("", ("k", Object("", ("m", Text)))),
            Object("", ("k", Text)),
            "Acme.DoResult.K CS0426, Acme.DoResultK CS0426",
            "Acme.DoResult.K CS0029"
        },
        {
            "a view in a list",
            Object("", ("k", List(Object("", ("m", Text), ("n", Text))))),
            Object("", ("k", List(Object("", ("m", Text))))),
            "Acme.DoResultK.N CS1061",
            ""
        },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public void A_change_of_a_result(string what, string? one, string? other, string there, string back) =>
        ShouldBe(what, Declarations, Answering(one), Answering(other), there, back);

    public static TheoryData<string, string[], string[], string, string> Actions => new()
    {
        { "an action", [Do, Plain("ACME_GO")], [Do], "catalog-action Acme.Go CS0117", "" },
        { "a connector", [Do, Plain("SHOP_GO")], [Do], "catalog-connector Shop CS0103", "" },
        { "an action whose method another takes over", [Do, Plain("ACME_GO")], [Do, Plain("ACME_GO_")], "", "" },
        {
            "a method that makes room",
            [Do, Plain("ACME_A_B")],
            [Do, Plain("ACME_A_B"), Plain("ACME_A__B")],
            "source-method Acme.AB CS0117",
            "catalog-action Acme.A__B CS0117, source-method Acme.A_B CS0117"
        },
        {
            "further parameters",
            [Catalog.Action("ACME_DO", Closed(Object("", ("x", Text)), Text))],
            [Catalog.Action("ACME_DO", Closed(Object("", ("x", Text)), "false"))],
            "source-parameter Acme.Do CS1739",
            ""
        },
    };

    [Theory]
    [MemberData(nameof(Actions))]
    public void A_change_of_a_method(string what, string[] one, string[] other, string there, string back) =>
        ShouldBe(what, finding => $"{finding.Rule.Id} {finding.Source!.Member} {finding.Source.NamedCalls}", one, other, there, back);

    private static void ShouldBe(
        string what, Func<Recoup.Contracts.Finding, string> print, string[] one, string[] other, string there, string back)
    {
        Of(one, other).ShouldBe(there, what);
        Of(other, one).ShouldBe(back, what + ", the way back");

        string Of(string[] before, string[] after)
        {
            var pair = PinnedPair.OfCatalogs(Catalog.Of(before), Catalog.Of(after));
            pair.Disagreements.ShouldBeEmpty(what);
            return string.Join(
                ", ",
                pair.Report.Differences.Where(finding => finding.Source is { MeansAnother: false })
                    .Select(print)
                    .Where(text => text.Length > 0)
                    .Order(StringComparer.Ordinal));
        }
    }

    private static string Declarations(Recoup.Contracts.Finding finding) =>
        finding.Source!.Uses is { } code ? $"{finding.Source.Member} {code}" : "";

    private static readonly string Do = Plain("ACME_DO");

    private static string Plain(string slug) => Catalog.Action(slug, Closed(Object("", ("x", Text)), "false"));

    private static string[] Acme(string parameters) => [Catalog.Action("ACME_DO", parameters)];

    private static string[] Answering(string? result) =>
        [Catalog.Action("ACME_DO", Closed(Object("", ("x", Text)), "false"), output: result)];

    private static string X(string schema) => Closed(Object("", ("x", schema)), "false");

    private static string Object(string required, params (string Name, string Schema)[] properties) =>
        $$"""{"type":"object","properties":{{{string.Join(
            ",",
            properties.Select(property =>
                $"\"{property.Name}\":{property.Schema}"))}}},"required":[{{(required.Length == 0 ? "" : $"\"{required}\"")}}]}""";

    private static string Closed(string schema, string additional) => schema[..^1] + ",\"additionalProperties\":" + additional + "}";

    private static string List(string items) => "{\"type\":\"array\",\"items\":" + items + "}";

    private static string AnyOf(params string[] branches) => "{\"anyOf\":[" + string.Join(",", branches) + "]}";
}
