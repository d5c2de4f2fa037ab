using System.Text;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests;

/// <summary>Every row of the type table: a schema, a call in C#, and the JSON that goes over the wire.</summary>
public sealed class TypeTableTests
{
    private const string Cells =
        """{"x":{"type":"array","items":{"type":"array","items":{"type":["string","number","boolean","null"]}}}}""";

    private static readonly Row[] Rows =
    [
        // Scalars.
        new("a required string", """{"x":{"type":"string"}}""", "x", "\"a\"", """{"x":"a"}"""),
        new("characters that JSON escapes", """{"x":{"type":"string"}}""", "x", "\"\\\"\\\\\\n\\u2028é😀\"", """{"x":"\"\\\n\u2028é😀"}"""),
        new("an integer", """{"x":{"type":"integer"}}""", "x", "9007199254740993", """{"x":9007199254740993}"""),
        new("a number", """{"x":{"type":"number"}}""", "x", "1.5", """{"x":1.5}"""),
        new("a boolean", """{"x":{"type":"boolean"}}""", "x", "true", """{"x":true}"""),
        new("a date and time in UTC", """{"x":{"type":"string","format":"date-time"}}""", "x",
            "new System.DateTimeOffset(2026, 11, 22, 1, 2, 3, System.TimeSpan.Zero)", """{"x":"2026-11-22T01:02:03Z"}"""),
        new("a date and time with an offset", """{"x":{"type":"string","format":"date-time"}}""", "x",
            "new System.DateTimeOffset(2026, 11, 22, 1, 2, 3, System.TimeSpan.FromHours(2))", """{"x":"2026-11-22T01:02:03+02:00"}"""),
        new("a date", """{"x":{"type":"string","format":"date"}}""", "x", "new System.DateOnly(2026, 1, 2)", """{"x":"2026-01-02"}"""),
        new("a UUID", """{"x":{"type":"string","format":"uuid"}}""", "x",
            "new System.Guid(\"0f8fad5b-d9cb-469f-a165-70867728950e\")", """{"x":"0f8fad5b-d9cb-469f-a165-70867728950e"}"""),
        new("bytes", """{"x":{"type":"string","format":"byte"}}""", "x", "new byte[] { 1, 2, 255 }", """{"x":"AQL/"}"""),
        new("an unknown format", """{"x":{"type":"string","format":"path"}}""", "x", "\"/a\"", """{"x":"/a"}"""),
        new(
            "a format beside a pattern",
            """{"x":{"type":"string","format":"date","pattern":"^2026"}}""",
            "x",
            "\"2026-01-02\"",
            """{"x":"2026-01-02"}"""),

        // Required, optional, nullable.
        new("an optional one left out", """{"x":{"type":"string"}}""", "", "", "{}"),
        new("an optional one given", """{"x":{"type":"integer","default":30}}""", "", "x: 5", """{"x":5}"""),
        new("an optional null is not sent", """{"x":{"type":"string"}}""", "", "x: null", "{}"),
        new(
            "nullable with a default of null is not sent as null",
            """{"x":{"type":["string","null"],"default":null}}""",
            "",
            "x: null",
            "{}"),
        new("a required nullable one is sent as null", """{"x":{"type":["string","null"]}}""", "x", "null", """{"x":null}"""),
        new("a required nullable number", """{"x":{"anyOf":[{"type":"integer"},{"type":"null"}]}}""", "x", "null", """{"x":null}"""),
        new("absent", """{"x":{"type":["string","null"]}}""", "", "", "{}"),
        new("explicit null", """{"x":{"type":["string","null"]}}""", "", "x: null", """{"x":null}"""),
        new("explicit null of a value type", """{"x":{"type":"integer","nullable":true}}""", "", "x: null", """{"x":null}"""),
        new("a value where null is one as well", """{"x":{"anyOf":[{"type":"integer"},{"type":"null"}]}}""", "", "x: 5L", """{"x":5}"""),
        new("null in an enum", """{"x":{"enum":["a","b",null]}}""", "x", "null", """{"x":null}"""),
        new("required comes first", """{"a":{"type":"string"},"b":{"type":"string"}}""", "b", "\"b\", \"a\"", """{"b":"b","a":"a"}"""),
        new("required but not described", "{}", "x", "1", """{"x":1}"""),

        // Enums and constants.
        new(
            "a named value",
            """{"x":{"type":"string","enum":["user_entered","RAW"]}}""",
            "x",
            "Acme.{0}X.UserEntered",
            """{"x":"user_entered"}"""),
        new("a value added later", """{"x":{"type":"string","enum":["a","b"]}}""", "x", "\"new\"", """{"x":"new"}"""),
        new("values that are no identifiers", """{"x":{"enum":["+1","-1"]}}""", "x", "Acme.{0}X.Minus1", """{"x":"-1"}"""),
        new("a value that is a symbol", """{"x":{"enum":["/","a"]}}""", "x", "Acme.{0}X.Slash", """{"x":"/"}"""),
        new("an empty value", """{"x":{"enum":["","a"]}}""", "x", "Acme.{0}X.Empty", """{"x":""}"""),
        new(
            "a value called like the type's members",
            """{"x":{"enum":["equals","to_string"]}}""",
            "x",
            "Acme.{0}X.EqualsValue",
            """{"x":"equals"}"""),
        new("an optional enum", """{"x":{"enum":["c","d"]}}""", "", "x: Acme.{0}X.C", """{"x":"c"}"""),
        new("an enum of integers", """{"x":{"enum":[1,2]}}""", "x", "2", """{"x":2}"""),
        new("a constant", """{"x":{"const":"fixed"},"y":{"type":"string"}}""", "x,y", "\"a\"", """{"x":"fixed","y":"a"}"""),
        new("a constant that is no string", """{"x":{"const":{"a":[1]}}}""", "x", "", """{"x":{"a":[1]}}"""),
        new("an optional constant is the caller's choice", """{"x":{"const":"fixed"}}""", "", "", "{}"),

        // Arrays, objects, maps.
        new("a list", """{"x":{"type":"array","items":{"type":"string"}}}""", "x", "[\"a\", \"b\"]", """{"x":["a","b"]}"""),
        new("a list of numbers", """{"x":{"type":"array","items":{"type":"integer"}}}""", "x", "[1, 2]", """{"x":[1,2]}"""),
        new(
            "a list of lists",
            """{"x":{"type":"array","items":{"type":"array","items":{"type":"number"}}}}""",
            "x",
            "[[1, 2.5], []]",
            """{"x":[[1,2.5],[]]}"""),
        new(
            "a list with nulls",
            """{"x":{"type":"array","items":{"type":["string","null"]}}}""",
            "x",
            "[\"a\", null]",
            """{"x":["a",null]}"""),
        new("a list without items", """{"x":{"type":"array"}}""", "x", "[1, \"a\", null]", """{"x":[1,"a",null]}"""),
        new("cells of several types", """{"x":{"type":"array","items":{"type":"array","items":{"type":"""
            + """["string","number","boolean","null"]}}}}""", "x",
            "[[\"Ada\", 42], [null, true, 1.5]]", """{"x":[["Ada",42],[null,true,1.5]]}"""),
        new("an object", """{"x":{"type":"object","properties":{"a_b":{"type":"string"},"c":{"type":"integer"}},"required":"""
            + """["a_b"]}}""", "x",
            "new Acme.{0}X { AB = \"s\", C = 1 }", """{"x":{"a_b":"s","c":1}}"""),
        new("an object in an object", """{"x":{"type":"object","properties":{"y":{"type":"object","properties":{"z":"""
            + """{"type":"boolean"}}}}}}""", "x",
            "new() { Y = new() { Z = true } }", """{"x":{"y":{"z":true}}}"""),
        new("an object with more "
            + "properties", """{"x":{"type":"object","properties":{"a":{"type":"string"}},"additionalProperties":{"type":"integer"}}}""",
             "x",
            "new() { A = \"s\", AdditionalProperties = new System.Collections.Generic.Dictionary<string, long> { [\"b\"] = 2 } }",
             """{"x":{"a":"s","b":2}}"""),
        new("a list of objects", """{"x":{"type":"array","items":{"type":"object","properties":{"a":{"type":"string"}}}}}""", "x",
            "[new() { A = \"1\" }, new()]", """{"x":[{"a":"1"},{}]}"""),
        new("a property called like its type", """{"x":{"type":"object","properties":{"{0}_x":{"type":"string"}}}}""", "x",
            "new() { {0}XValue = \"s\" }", """{"x":{"{0}_x":"s"}}"""),
        new("a map", """{"x":{"type":"object","additionalProperties":{"type":"string"}}}""", "x",
            "new System.Collections.Generic.Dictionary<string, string> { [\"k\\\"\"] = \"v\" }", """{"x":{"k\"":"v"}}"""),
        new("a free-form object", """{"x":{"type":"object","additionalProperties":true}}""", "x",
            "new System.Collections.Generic.Dictionary<string, System.Text.Json.Nodes.JsonNode?> { [\"k\"] = 1, [\"n\"] = null }",
             """{"x":{"k":1,"n":null}}"""),
        new("null ends a recursion", """{"x":{"type":"object","nullable":true,"properties":{"next":"""
            + """{"$ref":"#/properties/x"}},"required":["next"]}}""", "x",
            "new() { Next = null }", """{"x":{"next":null}}"""),
        new("a recursive object", """{"x":{"type":"object","properties":{"name":{"type":"string"},"children":{"type":"array","items":"""
            + """{"$ref":"#/properties/x"}}}}}""", "x",
            "new() { Name = \"a\", Children = [new() { Name = \"b\" }] }", """{"x":{"name":"a","children":[{"name":"b"}]}}"""),
        new("allOf of objects", """{"x":{"allOf":[{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]},"""
            + """{"type":"object","properties":{"b":{"type":"string"}}}]}}""", "x",
            "new() { A = \"1\", B = \"2\" }", """{"x":{"a":"1","b":"2"}}"""),
        new("allOf of one", """{"x":{"allOf":[{"type":"string"}],"description":"d"}}""", "x", "\"a\"", """{"x":"a"}"""),
        new("equal shapes are one "
            + "type",
             """{"x":{"type":"object","properties":{"q":{"type":"string"}}},"y":{"type":"object","properties":{"q":{"type":"string"}}}}""",
              "x,y",
            "new Acme.{0}X { Q = \"1\" }, new Acme.{0}X { Q = \"2\" }", """{"x":{"q":"1"},"y":{"q":"2"}}"""),

        // Unions.
        new(
            "string or list: a string",
            """{"x":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]}}""",
            "x",
            "\"a\"",
            """{"x":"a"}"""),
        new(
            "string or list: a list",
            """{"x":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]}}""",
            "x",
            "[\"a\", \"b\"]",
            """{"x":["a","b"]}"""),
        new(
            "string or list: an array",
            """{"x":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]}}""",
            "x",
            "new[] { \"a\" }",
            """{"x":["a"]}"""),
        new("string or integer", """{"x":{"oneOf":[{"type":"string"},{"type":"integer"}]}}""", "x", "5", """{"x":5}"""),
        new(
            "large integers keep their digits",
            """{"x":{"type":["string","number"]}}""",
            "x",
            "9007199254740993",
            """{"x":9007199254740993}"""),
        new("string or object: an "
            + "object", """{"x":{"oneOf":[{"type":"object","properties":{"id":{"type":"string"}}},{"type":"string"}]}}""", "x",
            "new Acme.{0}XObject { Id = \"1\" }", """{"x":{"id":"1"}}"""),
        new(
            "string or object: a string",
            """{"x":{"oneOf":[{"type":"object","properties":{"id2":{"type":"string"}}},{"type":"string"}]}}""",
            "x",
            "\"1\"",
            """{"x":"1"}"""),
        new(
            "a list of unions",
            """{"x":{"type":"array","items":{"anyOf":[{"type":"string"},{"type":"boolean"}]}}}""",
            "x",
            "[\"a\", true]",
            """{"x":["a",true]}"""),
        new(
            "two branches of one type",
            """{"x":{"anyOf":[{"type":"string","format":"uri"},{"type":"string","format":"email"}]}}""",
            "x",
            "\"a\"",
            """{"x":"a"}"""),
        new("an enum or a number", """{"x":{"anyOf":[{"enum":["auto","none"]},{"type":"number"}]}}""", "x", "\"auto\"", """{"x":"auto"}"""),

        // Values of a cell.
        new("cells of a collection expression", Cells, "x", "[[\"Artist\", 42], [null, true]]", """{"x":[["Artist",42],[null,true]]}"""),
        new("null text in a cell", Cells, "x", "[[(string?)null]]", """{"x":[[null]]}"""),
        new("a text of a variable in a cell", Cells, "x", "[[string.Concat(\"a\", \"b\")]]", """{"x":[["ab"]]}"""),
        new("a character in a cell", Cells, "x", "[['a']]", """{"x":[["a"]]}"""),
        new(
            "a decimal keeps its digits",
            Cells,
            "x",
            "[[79228162514264337593543950335m, 1.10m]]",
            """{"x":[[79228162514264337593543950335,1.10]]}"""),
        new("a float in its shortest form", Cells, "x", "[[0.1f]]", """{"x":[[0.1]]}"""),
        new("a double in a cell", Cells, "x", "[[1.5d, double.MaxValue]]", """{"x":[[1.5,1.7976931348623157E+308]]}"""),
        new(
            "integers of all types",
            Cells,
            "x",
            "[[(sbyte)-1, (byte)2, (short)-3, (ushort)4, -5, 6u, -7L, 18446744073709551615ul]]",
            """{"x":[[-1,2,-3,4,-5,6,-7,18446744073709551615]]}"""),
        new(
            "nullable numbers in a cell",
            Cells,
            "x",
            "[[(int?)null, (int?)1, (double?)null, (bool?)false]]",
            """{"x":[[null,1,null,false]]}"""),
        new(
            "a moment in a cell",
            Cells,
            "x",
            "[[new System.DateTime(2026, 11, 22, 1, 2, 3, System.DateTimeKind.Utc)]]",
            """{"x":[["2026-11-22T01:02:03Z"]]}"""),
        new(
            "a moment without a time zone in a cell",
            Cells,
            "x",
            "[[new System.DateTime(2026, 11, 22, 1, 2, 3)]]",
            """{"x":[["2026-11-22T01:02:03"]]}"""),
        new(
            "a moment with an offset in a cell",
            Cells,
            "x",
            "[[new System.DateTimeOffset(2026, 11, 22, 1, 2, 3, System.TimeSpan.FromHours(2))]]",
            """{"x":[["2026-11-22T01:02:03+02:00"]]}"""),
        new(
            "a date and a time in a cell",
            Cells,
            "x",
            "[[new System.DateOnly(2026, 1, 2), new System.TimeOnly(3, 4, 5)]]",
            """{"x":[["2026-01-02","03:04:05"]]}"""),
        new(
            "a UUID in a cell",
            Cells,
            "x",
            "[[new System.Guid(\"0f8fad5b-d9cb-469f-a165-70867728950e\")]]",
            """{"x":[["0f8fad5b-d9cb-469f-a165-70867728950e"]]}"""),
        new("an enum in a cell", Cells, "x", "[[System.DayOfWeek.Monday]]", """{"x":[["Monday"]]}"""),
        new(
            "a narrower union in a cell",
            Cells,
            "x",
            "[[(Recoup.Typed.StringOrInteger)5, (Recoup.Typed.StringOrNumber)\"a\"]]",
            """{"x":[[5,"a"]]}"""),
        new(
            "rows of objects",
            Cells,
            "x",
            "Recoup.Typed.StringOrNumberOrBoolean.Rows([new object?[] { \"Artist\", 42, null }, new object?[] { System.DBNull.Value, "
                + "true, 1.5m }])",
            """{"x":[["Artist",42,null],[null,true,1.5]]}"""),
        new(
            "rows of arrays",
            Cells,
            "x",
            "new Recoup.Typed.StringOrNumberOrBoolean?[][] { new Recoup.Typed.StringOrNumberOrBoolean?[] { \"a\", 1 } }",
            """{"x":[["a",1]]}"""),
        new("an integer or a text", """{"x":{"type":["string","integer"]}}""", "x", "System.DayOfWeek.Friday", """{"x":"Friday"}"""),
        new("a required union that is null", """{"x":{"type":["string","integer","null"]}}""", "x", "(string?)null", """{"x":null}"""),

        // Files.
        new("a staged file", """{"x":{"type":"object","properties":{"name":{"type":"string"},"mimetype":{"type":"string"},"s3key":"""
            + """{"type":"string"}}}}""", "x",
            "new Recoup.Typed.StagedFile(\"a.png\", \"image/png\", \"k\")",
             """{"x":{"name":"a.png","mimetype":"image/png","s3key":"k"}}"""),
        new(
            "a marked string takes an address",
            """{"x":{"type":"string","file_uploadable":true}}""",
            "x",
            "\"https://a/b.png\"",
            """{"x":"https://a/b.png"}"""),
        new("a marked string takes a staged file", """{"x":{"type":"string","file_uploadable":true}}""", "x",
            "new Recoup.Typed.StagedFile(\"a\", \"b\", \"c\")", """{"x":{"name":"a","mimetype":"b","s3key":"c"}}"""),

        // Whatever.
        new("anything", """{"x":{}}""", "x", "5", """{"x":5}"""),
        new("anything, as null", """{"x":{}}""", "x", "null", """{"x":null}"""),
        new("a type JSON Schema does not know", """{"x":{"type":"any"}}""", "x", "\"a\"", """{"x":"a"}"""),
        new("a reference to nowhere", """{"x":{"$ref":"#/$defs/none"}}""", "x", "true", """{"x":true}"""),

        // Names.
        new("keywords", """{"params":{"type":"string"},"event":{"type":"string"},"ref":{"type":"string"},"class":"""
            + """{"type":"string"}}""", "params,event,ref,class",
            "@params: \"a\", @event: \"b\", @ref: \"c\", @class: \"d\"", """{"params":"a","event":"b","ref":"c","class":"d"}"""),
        new("dots, dollars and digits", """{"a.b":{"type":"string"},"$filter":{"type":"string"},"1st":{"type":"string"},"@type":"""
            + """{"type":"string"},"in-reply-to":{"type":"string"}}""", "",
            "aB: \"1\", filter: \"2\", _1st: \"3\", type: \"4\", inReplyTo: \"5\"",
             """{"a.b":"1","$filter":"2","1st":"3","@type":"4","in-reply-to":"5"}"""),
        new(
            "names that clash keep what differs",
            """{"user_id":{"type":"string"},"userId":{"type":"string"}}""",
            "",
            "user_id: \"a\", userId: \"b\"",
            """{"user_id":"a","userId":"b"}"""),
        new("properties that differ in case "
            + "only", """{"x":{"type":"object","properties":{"class":{"type":"string"},"Class":{"type":"integer"}}}}""", "x",
            "new() { Class_ab3e0bff = \"a\", Class_50f97d9f = 1 }", """{"x":{"class":"a","Class":1}}"""),
        new("quotes and braces in a name", """{"a\"{{b}}\\":{"type":"string"}}""", "", "aB: \"1\"", """{"a\"{{b}}\\":"1"}"""),
    ];

    private static readonly Lazy<Program> Compiled = new(() => Program.Load(Generation.Run(CatalogOfRows(), CallsOfRows())));

    public static TheoryData<string> Names => new(Rows.Select(row => row.What));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_call_compiles_and_writes_the_wire_JSON(string what)
    {
        var index = Array.FindIndex(Rows, row => row.What == what);

        var json = (string)Compiled.Value.Run(Method(index))!;

        System.Text.Json.Nodes.JsonNode.DeepEquals(
            System.Text.Json.Nodes.JsonNode.Parse(json), System.Text.Json.Nodes.JsonNode.Parse(Fill(Rows[index].Wire, index)))
                .ShouldBeTrue(json);
    }

    public static TheoryData<string, string, string, string> Refused => new()
    {
        { "an object in a cell", Cells, "[[new object()]]", "CS0029" },
        { "a list in a cell", Cells, "[[new[] { 1 }]]", "CS0029" },
        { "bytes in a cell", Cells, "[[new byte[] { 1 }]]", "CS0029" },
        { "a time span in a cell", Cells, "[[System.TimeSpan.Zero]]", "CS0029" },
        { "a boolean where there is none", """{"x":{"type":["string","number"]}}""", "true", "CS1503" },
        { "a fraction where there is none", """{"x":{"type":["string","integer"]}}""", "1.5", "CS1503" },
        { "a decimal where there are integers", """{"x":{"type":["integer","boolean"]}}""", "1m", "CS1503" },
        { "a text where there is none", """{"x":{"type":["number","boolean"]}}""", "\"a\"", "CS1503" },
        { "a date where there is no text", """{"x":{"type":["number","boolean"]}}""", "new System.DateOnly(2026, 1, 2)", "CS1503" },
        { "a wider union", """{"x":{"type":["string","integer"]}}""", "(Recoup.Typed.StringOrNumber)1.5", "CS1503" },
        { "a number for a text", """{"x":{"type":"string"}}""", "1", "CS1503" },
        { "a number for an enum", """{"x":{"enum":["a","b"]}}""", "1", "CS1503" },
        {
            "an object of another union",
            """{"x":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]}}""",
            "1",
            "CS1503"
        },
        { "items of another type", """{"x":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]}}""", "[1]", "CS0029" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_value_that_the_schema_does_not_have_does_not_compile(string what, string properties, string argument, string error)
    {
        var generation = Generation.Run(
            Catalog.Of(Catalog.Acme("DO", properties, "[\"x\"]")),
            $"public static class Probe {{ public static object Call() => Recoup.Actions.Acme.Do({argument}); }}");

        generation.Diagnostics().Select(diagnostic => diagnostic.Id).Distinct().ShouldBe([error], what);
    }

    private static string CatalogOfRows() => Catalog.Of([.. Rows.Select((row, index) => Catalog.Acme(
        "ROW" + Letters(index).ToUpperInvariant(),
        Fill(row.Properties, index),
        "[" + string.Join(",", row.Required.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(name => $"\"{name}\"")) + "]"))]);

    private static string CallsOfRows()
    {
        var code = new StringBuilder("using Recoup.Actions;\npublic static class Probe\n{\n");
        for (var index = 0; index < Rows.Length; index++)
        {
            code.Append($"    public static string {Method(index)}() => Acme.{Method(index)}({Fill(
                Rows[index].Call, index)}).ToJson().GetRawText();\n");
        }

        return code.Append('}').ToString();
    }

    private static string Fill(string text, int index) =>
        text.Replace("{0}_x", "Row" + Letters(index) + "X", StringComparison.Ordinal)
            .Replace("{0}", Method(index), StringComparison.Ordinal);

    private static string Method(int index) => "Row" + Letters(index);

    // Digits would make the casing of the names hard to predict.
    private static string Letters(int index) => new([(char)('a' + (index / 26)), (char)('a' + (index % 26))]);

    private sealed record Row(string What, string Properties, string Required, string Call, string Wire);
}
