using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Api;

/// <summary>Documents with hostile texts: the generator must not throw, and its code must compile without a warning.</summary>
public sealed class HostileDocumentTests
{
    private static readonly string[] Texts =
    [
        "a", "A", "a b", "a-b", "a_b", "class", "@class", "request", "Requests", "cancellationToken", "__api", "__json", "__Read",
         "ToString", "GetType",
        "XApi", "ServerAddress", "1", "+1", "-1", "", " ", "*/", "\"\"\"", "{{x}}", "</summary>", "&", "\u2028", "\u0085", "\r\n#error",
         "\\", "\"", "//", "\ud800",
        "\0", "é", "名", "😀", "Error", "error", "Task", "System", "global", "Recoup", "Optional", "String", "string", "$ref", "x.y/z", "~1",
         "%2e", "..",
        new('n', 10_000),
    ];

    private static readonly string[] Schemas =
    [
        "{}", "true", "7", "null", """{"type":"string"}""", """{"type":["integer","null"]}""", """{"type":"number"}""",
         """{"type":"boolean"}""",
        """{"type":"string","format":"date-time"}""", """{"type":"string","format":"byte"}""",
         """{"type":"string","enum":["*/","\"","a","A",""]}""",
        """{"const":"*/"}""", """{"type":"array","items":{"type":"array","items":{"type":"string"}}}""",
         """{"type":"object","additionalProperties":true}""",
        """{"type":"object","additionalProperties":{"type":["string","null"]}}""", """{"$ref":"#/components/schemas/A"}""",
         """{"$ref":"#/components/schemas/B"}""",
        """{"$ref":"#/nowhere"}""", """{"$ref":"#/components/schemas/C"}""",
         """{"allOf":[{"$ref":"#/components/schemas/A"},{"type":"object","properties":{"z":{"type":"string"}}}]}""",
        """{"oneOf":[{"type":"string"},{"$ref":"#/components/schemas/A"}]}""",
         """{"anyOf":[{"$ref":"#/components/schemas/A"},{"type":"null"}]}""",
        """{"type":"object","required":["p","q"],"properties":{"p":{"type":"object","properties":{"a":{"type":"integer"}},"required":"""
            + """["a"]}}}""",
    ];

    private static readonly Gen<Document> Documents =
        from operations in Operation().ListOf()
        from a in Gen.Elements(Schemas)
        from b in Gen.Elements(Schemas)
        from properties in Property().ListOf()
        select new Document(Write(operations, a, b, properties));

    [Fact]
    public void No_document_makes_the_generator_throw_or_emit_invalid_code() =>
        Prop.ForAll(Documents.ToArbitrary(), Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithEndSize(14).WithReplay(2026, 11));

    private static void Holds(Document document)
    {
        var generation = Generation.Run([new SpecText("x.json", document.Json)]);

        generation.Diagnostics().ShouldBeEmpty(document.Json);
        generation.Reported.ShouldAllBe(diagnostic => diagnostic.Id.StartsWith("RCP", StringComparison.Ordinal));
    }

    private static Gen<string> Operation() =>
        from id in Gen.Elements(Texts)
        from path in Gen.Elements(Texts)
        from method in Gen.Elements("get", "put", "post", "delete", "patch")
        from name in Gen.Elements(Texts)
        from other in Gen.Elements(Texts)
        from place in Gen.Elements("query", "header", "path", "cookie")
        from schema in Gen.Elements(Schemas)
        from body in Gen.Elements(Schemas)
        from answer in Gen.Elements(Schemas)
        from isRequired in Gen.Elements("true", "false")
        select Text("/" + path + (place == "path" ? "/{" + name + "}" : "") + method) + ":{\"" + method + "\":{"
            + "\"operationId\":" + Text(id) + ",\"description\":" + Text(other)
            + ",\"parameters\":[{\"name\":" + Text(name) + ",\"in\":\"" + place + "\",\"required\":"
                + (place == "path" ? "true" : isRequired)
            + ",\"schema\":" + schema + "},{\"name\":" + Text(other)
                + ",\"in\":\"query\",\"schema\":{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}}]"
            + ",\"requestBody\":{\"required\":" + isRequired + ",\"content\":{\"application/json\":{\"schema\":" + body + "}}}"
            + ",\"responses\":{\"200\":{\"description\":" + Text(name) + ",\"content\":{\"application/json\":{\"schema\":" + answer + "}}},"
            + "\"400\":{\"description\":" + Text(other) + "}}}}";

    private static Gen<string> Property() =>
        from name in Gen.Elements(Texts)
        from schema in Gen.Elements(Schemas)
        select Text(name) + ":" + schema;

    private static string Write(IEnumerable<string> operations, string a, string b, IEnumerable<string> properties) =>
        "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"*/ </summary>\",\"version\":\"1\"},\"paths\":{" + string.Join(",\n", operations)
        + "},\"components\":{\"schemas\":{\"A\":" + a + ",\"B\":" + b
        + ",\"C\":{\"type\":\"object\",\"required\":[\"c\",\"*/\"],\"properties\":{" + string.Join(",\n", properties)
        + "}},\"class\":{\"type\":\"object\",\"properties\":{\"class\":{\"$ref\":\"#/components/schemas/C\"}}}}}}";

    private static string Text(string value) => JsonSerializer.Serialize(value);

    private sealed record Document(string Json);
}
