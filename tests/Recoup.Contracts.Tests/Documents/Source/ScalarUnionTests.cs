namespace Recoup.Contracts.Tests.Documents.Source;

/// <summary>The implicit conversions of the runtime's unions of single values.</summary>
public sealed class ScalarUnionTests
{
    private const string Text = """{"type":"string"}""";
    private const string Date = """{"type":"string","format":"date"}""";
    private const string Moment = """{"type":"string","format":"date-time"}""";
    private const string Uuid = """{"type":"string","format":"uuid"}""";
    private const string Bytes = """{"type":"string","format":"byte"}""";
    private const string Integer = """{"type":"integer"}""";
    private const string Number = """{"type":"number"}""";
    private const string Boolean = """{"type":"boolean"}""";
    private const string Values = """{"type":"string","enum":["a","b"]}""";
    private const string TextOrInteger = """{"type":["string","integer"]}""";
    private const string TextOrNumber = """{"anyOf":[{"type":"number"},{"type":"string","maxLength":9}]}""";
    private const string TextOrBoolean = """{"type":["boolean","string"]}""";
    private const string IntegerOrBoolean = """{"enum":[1,true]}""";
    private const string NumberOrBoolean = """{"type":["number","boolean"]}""";
    private const string All = """{"type":["string","number","boolean","integer"]}""";

    [Theory]
    [InlineData(Text, TextOrInteger)]
    [InlineData(Text, TextOrNumber)]
    [InlineData(Date, TextOrInteger)]
    [InlineData(Moment, TextOrNumber)]
    [InlineData(Uuid, TextOrBoolean)]
    [InlineData(Integer, TextOrInteger)]
    [InlineData(Integer, TextOrNumber)]
    [InlineData(Number, TextOrNumber)]
    [InlineData(Boolean, TextOrBoolean)]
    [InlineData(Integer, All)]
    [InlineData(TextOrInteger, TextOrNumber)]
    [InlineData(IntegerOrBoolean, NumberOrBoolean)]
    [InlineData(TextOrInteger, All)]
    [InlineData(TextOrBoolean, All)]
    [InlineData(NumberOrBoolean, All)]
    public void A_value_converts_to_a_union_that_has_its_kind(string before, string after) => Findings(before, after).ShouldBeEmpty();

    [Theory]
    [InlineData(TextOrNumber, Text, "StringOrNumber and is now string")]
    [InlineData(TextOrNumber, TextOrInteger, "StringOrNumber and is now StringOrInteger")]
    [InlineData(All, TextOrBoolean, "StringOrNumberOrBoolean and is now StringOrBoolean")]
    [InlineData(Text, NumberOrBoolean, "string and is now NumberOrBoolean")]
    [InlineData(Boolean, TextOrNumber, "bool and is now StringOrNumber")]
    [InlineData(Number, TextOrInteger, "double and is now StringOrInteger")]
    [InlineData(Bytes, TextOrNumber, "ReadOnlyMemory<byte> and is now StringOrNumber")]
    [InlineData("{}", TextOrNumber, "JsonNode? and is now StringOrNumber")]
    [InlineData(TextOrNumber, "{}", "StringOrNumber and is now JsonNode?")]
    public void A_value_does_not_convert_to_a_narrower_union(string before, string after, string message)
    {
        var finding = Findings(before, after).ShouldHaveSingleItem();

        (finding.Rule.Id, finding.Source!.NamedCalls).ShouldBe(("source-type", "CS1503"));
        finding.Message.ShouldBe($"the parameter 'v' was {message}");
    }

    [Fact]
    public void An_open_enum_does_not_convert_to_a_union() =>
        Findings(Values, TextOrNumber).Select(finding => finding.Rule.Id)
            .ShouldBe(["source-declaration", "source-type"], ignoreOrder: true);

    [Fact]
    public void The_items_of_a_list_do_not_convert() =>
        Findings(List(Text), List(TextOrNumber)).ShouldHaveSingleItem().Message
            .ShouldBe("the parameter 'v' was IReadOnlyList<string> and is now IReadOnlyList<StringOrNumber>");

    [Theory]
    [InlineData(Text, TextOrNumber, null)]
    [InlineData(TextOrNumber, Text, "CS0029")]
    [InlineData(Number, TextOrInteger, "CS0266")]
    public void A_property_takes_what_a_parameter_takes(string before, string after, string? code) =>
        Findings(Nested(before), Nested(after)).Select(finding => finding.Source!.Uses).ShouldBe(code is null ? [] : [code]);

    private static string List(string item) => $$"""{"type":"array","items":{{item}}}""";

    private static string Nested(string schema) => $$$"""{"type":"object","properties":{"w":{{{schema}}}},"additionalProperties":false}""";

    private static List<Finding> Findings(string before, string after) =>
        [.. Diff.Of(Of(before), Of(after)).Differences.Where(finding => finding.Rule.Level == RuleLevel.Source)];

    private static string Of(string schema) => Diff.Catalog(Diff.Action(
        "A_B", $$$"""{"type":"object","properties":{"v":{{{schema}}}},"required":["v"],"additionalProperties":false}"""));
}
