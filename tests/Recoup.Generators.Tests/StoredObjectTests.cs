using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests;

/// <summary>
/// Generated classes with constants and additional properties: JSON of the schema is read and written without a loss, and any other JSON
/// is refused.
/// </summary>
public sealed class StoredObjectTests
{
    private const string Properties = """
        {
          "text": {"type":"object","properties":{"a":{"type":"string"},"k":{"const":"fixed"}},"required":["k"],
            "additionalProperties":{"type":["string","null"]}},
          "any": {"type":"object","properties":{"a":{"type":"string"}},"additionalProperties":true},
          "count": {"type":"object","properties":{"a":{"type":"string"}},"additionalProperties":{"type":"integer"}},
          "rows": {"type":"object","properties":{"a":{"type":"string"}},
            "additionalProperties":{"type":["array","null"],"items":{"type":["integer","null"]}}},
          "shape": {"type":"object","properties":{"v":{"const":1.0},"s":{"const":{"a":[1,null],"b":"\u00e9"}},"only":{"enum":["one"]},
            "perhaps":{"const":"p"}},"required":["v","s","only"]}
        }
        """;

    private const string Shape = "\"v\":1.0,\"s\":{\"a\":[1,null],\"b\":\"é\"},\"only\":\"one\"";

    private static readonly (string Call, string? Parameter, string Message)[] Refused =
    [
        ("text: new() { AdditionalProperties = new Dictionary<string, string?> { [\"k\"] = \"other\" } }", null, "ACME_DO: /text/k: "),
        ("text: new() { AdditionalProperties = new Dictionary<string, string?> { [\"a\"] = \"1\" } }", null, "ACME_DO: /text/a: "),
        ("text: new() { A = \"2\", AdditionalProperties = new Dictionary<string, string?> { [\"b\"] = \"1\", [\"a\"] = null } }", null,
            "ACME_DO: /text/a: "),
        ("any: new() { AdditionalProperties = new Dictionary<string, JsonNode?> { [\"a\"] = 1 } }", null, "ACME_DO: /any/a: "),
        ("additionalProperties: new Dictionary<string, JsonNode?> { [\"any\"] = 1 }", "additionalProperties", "ACME_DO: /any: "),
        ("text: new(), additionalProperties: new Dictionary<string, JsonNode?> { [\"text\"] = 1 }", "additionalProperties",
            "ACME_DO: /text: "),
    ];

    private static readonly Lazy<Program> Acme = new(() => Program.Load(Generation.Run(
        Catalog.Of(Catalog.Action(
            "ACME_DO", "{\"type\":\"object\",\"properties\":" + Properties + ",\"additionalProperties\":true}", "acme")),
        "using System.Collections.Generic;\nusing System.Text.Json.Nodes;\n#nullable enable\npublic static class Probe {\n"
            + string.Concat(Refused.Select((row, index) =>
                $"public static string Row{index}() => Recoup.Actions.Acme.Do({row.Call}).ToString();\n"))
            + """
                public static string Others() => Recoup.Actions.Acme.Do(
                    text: new() { AdditionalProperties = new Dictionary<string, string?> { ["A"] = "1", ["a "] = null } },
                    additionalProperties: new Dictionary<string, JsonNode?> { ["Text"] = 1 }).ToJson().GetRawText();
                }
                """)));

    public static TheoryData<int> AllRefused => new(Enumerable.Range(0, Refused.Length));

    [Theory]
    [InlineData("DoText", """{"k":"fixed","a":"x","n":null,"b":"B"}""")]
    [InlineData("DoText", """{"k":"\u0066ixed"}""")]
    [InlineData("DoAny", """{"a":"x","n":null,"b":{"c":null},"d":[null]}""")]
    [InlineData("DoCount", """{"a":"x","n":1}""")]
    [InlineData("DoRows", """{"n":null,"r":[1,null],"e":[]}""")]
    [InlineData("DoShape", "{" + Shape + "}")]
    [InlineData("DoShape", "{" + Shape + ",\"perhaps\":\"p\"}")]
    [InlineData("DoShape", """{"only":"one","s":{"b":"é","a":[1.0,null]},"v":1,"perhaps":"q"}""")]
    public void An_object_of_the_schema_is_read_and_written_without_a_loss(string type, string json)
    {
        var read = JsonSerializer.Deserialize(json, TypeOf(type));

        var written = JsonSerializer.Serialize(read, TypeOf(type));

        JsonElement.DeepEquals(JsonElement.Parse(written), JsonElement.Parse(json)).ShouldBeTrue(written);
    }

    [Theory]
    [InlineData("DoText", """{"k":"other","a":"1"}""", "/k must be \"fixed\", but is \"other\"")]
    [InlineData("DoText", """{"k":5}""", "/k must be \"fixed\", but is 5")]
    [InlineData("DoText", """{"k":null}""", "/k must be \"fixed\", but is null")]
    [InlineData("DoText", """{"a":"1"}""", "/k must be present, but is missing")]
    [InlineData("DoText", """{"k":"fixed","n":1}""", "/n must be a string, but is a number")]
    [InlineData("DoCount", """{"n":null}""", "/n must be an integer, but is null")]
    [InlineData("DoShape", """{"v":1,"s":{"a":[1],"b":"é"},"only":"one"}""",
        "/s must be {\"a\":[1,null],\"b\":\"\\u00e9\"}, but is {\"a\":[1],\"b\":\"é\"}")]
    [InlineData("DoShape", """{"v":1.5,"only":"one"}""", "/v must be 1.0, but is 1.5")]
    public void An_object_of_another_shape_is_refused_with_the_member(string type, string json, string message) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize(json, TypeOf(type))).Message.ShouldStartWith($"{type}: {message}");

    [Theory]
    [MemberData(nameof(AllRefused))]
    public void An_additional_property_with_a_described_name_is_refused(int row)
    {
        var (call, parameter, message) = Refused[row];

        var thrown = Should.Throw<ArgumentException>(() => Acme.Value.Run("Row" + row), call);

        thrown.Message.ShouldStartWith(message + "expected an additional property, got the name of one that the catalog describes.");
        thrown.ParamName.ShouldBe(parameter);
    }

    [Fact]
    public void Names_are_compared_by_their_characters() => JsonNode.DeepEquals(
        JsonNode.Parse((string)Acme.Value.Run("Others")!),
        JsonNode.Parse("""{"text":{"k":"fixed","A":"1","a ":null},"Text":1}""")).ShouldBeTrue();

    [Fact]
    public void The_serializer_refuses_the_same_names()
    {
        var type = TypeOf("DoText");
        var value = JsonSerializer.Deserialize("""{"k":"fixed"}""", type)!;
        type.GetProperty("AdditionalProperties")!.SetValue(value, new Dictionary<string, string?> { ["k"] = "other" });

        Should.Throw<ArgumentException>(() => JsonSerializer.Serialize(value, type)).Message
            .ShouldStartWith("DoText: /k: expected an additional property");
    }

    private static Type TypeOf(string name) => Acme.Value.Assembly.GetType("Recoup.Actions.Acme").ShouldNotBeNull()
        .GetNestedType(name).ShouldNotBeNull();
}
