using System.Text;
using System.Text.Json;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Results;

/// <summary>
/// Every row of the result type table: the schema of a property, its value in the response, and the value that the view returns.
/// </summary>
public sealed class ResultTableTests
{
    private const string Text = """{"type":"string"}""";
    private const string Integer = """{"type":"integer"}""";
    private const string Number = """{"type":"number"}""";
    private const string Moment = """{"type":"string","format":"date-time"}""";
    private const string Enum = """{"enum":["open","closed"]}""";
    private const string Texts = """{"type":"array","items":{"type":"string"}}""";
    private const string Object = """{"type":"object","properties":{"login":{"type":"string"}}}""";
    private const string Objects = """{"type":"array","items":{"type":"object","properties":{"id":{"type":"integer"}}}}""";
    private const string Counts = """{"type":"object","additionalProperties":{"type":"integer"}}""";

    // The value "-" means that the property is missing.
    private static readonly Row[] Rows =
    [
        new("a text", Text, "\"a\"", "string? x = v.X; return x;", "a"),
        new("a text that is missing", Text, "-", "return v.X;", "null"),
        new("a text that is null", Text, "null", "return v.X;", "null"),
        new("a text that is a number", Text, "5", "return v.X;", "null"),
        new("a text that is half a surrogate pair", Text, "\"\\ud800\"", "return v.X;", "null"),
        new("an integer", Integer, "9007199254740993", "long? x = v.X; return x;", "9007199254740993"),
        new("an integer with a fraction of zero", Integer, "1.0", "return v.X;", "1"),
        new("an integer with a fraction", Integer, "1.5", "return v.X;", "null"),
        new("an integer out of range", Integer, "9223372036854775808", "return v.X;", "null"),
        new("an integer far out of range", Integer, "1e400", "return v.X;", "null"),
        new("an integer in a text", Integer, "\"1\"", "return v.X;", "null"),
        new("a number", Number, "1.5", "double? x = v.X; return x;", "1.5"),
        new("a number out of range", Number, "1e400", "return v.X;", "null"),
        new("a boolean", """{"type":"boolean"}""", "true", "bool? x = v.X; return x;", "True"),
        new("a boolean that is a text", """{"type":"boolean"}""", "\"true\"", "return v.X;", "null"),
        new("a moment", Moment, "\"2026-11-22T01:02:03+02:00\"", "System.DateTimeOffset? x = v.X; return x?.UtcDateTime.Hour;", "23"),
        new("a moment without an offset", Moment, "\"2026-11-22T01:02:03\"", "return v.X;", "null"),
        new("a moment that is none", Moment, "\"yesterday\"", "return v.X;", "null"),
        new("a moment that is half a surrogate pair", Moment, "\"\\udc00\"", "return v.X;", "null"),
        new(
            "a date",
            """{"type":"string","format":"date"}""",
            "\"2026-01-02\"",
            "System.DateOnly? x = v.X; return x?.DayNumber;",
            "739617"),
        new("a date that is none", """{"type":"string","format":"date"}""", "\"2026-02-30\"", "return v.X;", "null"),
        new(
            "a UUID",
            """{"type":"string","format":"uuid"}""",
            "\"0f8fad5b-d9cb-469f-a165-70867728950e\"",
            "System.Guid? x = v.X; return x;",
            "0f8fad5b-d9cb-469f-a165-70867728950e"),
        new("a UUID that is none", """{"type":"string","format":"uuid"}""", "\"{0f8f}\"", "return v.X;", "null"),
        new("bytes", """{"type":"string","format":"byte"}""", "\"AQL/\"", "System.ReadOnlyMemory<byte>? x = v.X; return x?.Length;", "3"),
        new("bytes that are none", """{"type":"string","format":"byte"}""", "\"%\"", "return v.X;", "null"),
        new("a named value", Enum, "\"open\"", "Acme.{0}ResultX? x = v.X; return x == Acme.{0}ResultX.Open;", "True"),
        new("a value added later", Enum, "\"merged\"", "return v.X;", "merged"),
        new("a named value that is a number", Enum, "3", "return v.X;", "null"),
        new("the only value there is", """{"const":"fixed"}""", "\"other\"", "string? x = v.X; return x;", "other"),
        new("an enum of integers", """{"enum":[1,2]}""", "2", "long? x = v.X; return x;", "2"),
        new("an object", Object, """{"login":"ada","more":1}""", "return v.X?.Login;", "ada"),
        new("an object that is missing", Object, "-", "return v.X?.Login;", "null"),
        new("an object that is a list", Object, "[1]", "return v.X;", "null"),
        new(
            "a property that two alternatives describe differently",
            """{"properties":{"a":{}},"anyOf":[{"properties":{"b":{"type":"integer"}}},{"properties":{"b":{"type":"string"}}}]}""",
            """{"b":"text"}""",
            "System.Text.Json.JsonElement? x = v.X?.B; return x;",
            "text"),
        new(
            "a property the catalog does not know",
            Object,
            """{"login":"ada","more":1}""",
            "return v.X?.Json.GetProperty(\"more\").GetInt32();",
            "1"),
        new("the same object for each read", Object, """{"login":"ada"}""", "return ReferenceEquals(v.X, v.X);", "True"),
        new("a list", Texts, """["a","b"]""", "System.Collections.Generic.IReadOnlyList<string> x = v.X; return x;", "[a,b]"),
        new("a list that is missing", Texts, "-", "return v.X;", "[]"),
        new("a list that is null", Texts, "null", "return v.X;", "[]"),
        new("a list that is a text", Texts, "\"a\"", "return v.X;", "[]"),
        new("items that do not fit", Texts, """["a",null,1,"b"]""", "return v.X;", "[a,b]"),
        new("items that may be null", """{"type":"array","items":{"type":["integer","null"]}}""", "[1,null,\"x\",2]",
            "System.Collections.Generic.IReadOnlyList<long?> x = v.X; return x;", "[1,null,null,2]"),
        new("texts that may be null", """{"type":"array","items":{"type":"string","nullable":true}}""", "[\"a\",null]",
            "System.Collections.Generic.IReadOnlyList<string?> x = v.X; return x;", "[a,null]"),
        new(
            "a list of objects",
            Objects,
            """[{"id":1},null,{"id":"2"},{"id":3}]""",
            "return System.Linq.Enumerable.Select(v.X, item => item.Id);",
            "[1,null,3]"),
        new("a list of objects that may be "
            + "null", """{"type":"array","items":{"anyOf":[{"type":"object","properties":{"id":{"type":"integer"}}},{"type":"null"}]}}""",
             """[{"id":1},null]""",
            "return System.Linq.Enumerable.Select(v.X, item => item?.Id);", "[1,null]"),
        new(
            "a list of named values",
            """{"type":"array","items":{"enum":["open","closed"]}}""",
            """["open","new",1]""",
            "return v.X;",
            "[open,new]"),
        new("a list of lists", """{"type":"array","items":{"type":"array","items":{"type":"number"}}}""", "[[1,2.5],null,[]]",
            "System.Collections.Generic.IReadOnlyList<System.Collections.Generic.IReadOnlyList<double>> x = v.X; return x;",
             "[[1,2.5],[]]"),
        new(
            "a list without items",
            """{"type":"array"}""",
            "[1,null]",
            "System.Collections.Generic.IReadOnlyList<JsonElement> x = v.X; return x;",
            "[1,]"),
        new("a list for each read the same", Texts, """["a"]""", "return ReferenceEquals(v.X, v.X);", "True"),
        new("a map", Counts, """{"a":1,"b":null,"c":"x","d":2}""",
            "System.Collections.Generic.IReadOnlyDictionary<string, long> x = v.X; return System.Linq.Enumerable.Select(x, pair => "
                + "pair.Key + pair.Value);", "[a1,d2]"),
        new("a map that is missing", Counts, "-", "return v.X.Count;", "0"),
        new(
            "a map of lists",
            """{"type":"object","additionalProperties":{"type":"array","items":{"type":"string"}}}""",
            """{"a":["b"]}""",
            "return v.X[\"a\"];",
            "[b]"),
        new("a list of maps that may be "
            + "null", """{"type":"array","items":{"type":["object","null"],"additionalProperties":{"type":"string"}}}""",
             """[{"a":"b"},null]""",
            "return System.Linq.Enumerable.Select(v.X, map => map?[\"a\"]);", "[b,null]"),
        new("a staged file", """{"type":"object","properties":{"name":{"type":"string"},"mimetype":{"type":"string"},"s3key":"""
            + """{"type":"string"}}}""",
            """{"name":"a.png","mimetype":"image/png","s3key":"k"}""", "Recoup.Typed.StagedFile? x = v.X; return x?.S3Key;", "k"),
        new("a staged file without a "
            + "key", """{"type":"object","properties":{"name":{"type":"string"},"mimetype":{"type":"string"},"s3key":{"type":"string"}}}""",
            """{"name":"a.png"}""", "return v.X;", "null"),
        new(
            "a free-form object",
            """{"type":"object","additionalProperties":true}""",
            """{"k":1}""",
            "JsonElement x = v.X; return x.GetProperty(\"k\").GetInt32();",
            "1"),
        new(
            "one of several shapes",
            """{"anyOf":[{"type":"string"},{"type":"object","properties":{"a":{"type":"string"}}}]}""",
            "\"a\"",
            "JsonElement x = v.X; return x;",
            "a"),
        new("anything that is missing", "{}", "-", "return v.X.ValueKind;", "Undefined"),
        new("anything that is null", "true", "null", "return v.X.ValueKind;", "Null"),
        new("a recursive object", """{"type":"object","properties":{"name":{"type":"string"},"children":{"type":"array","items":"""
            + """{"$ref":"#/properties/data/properties/x"}}}}""",
            """{"name":"a","children":[{"name":"b","children":[{"name":"c"}]}]}""", "return v.X?.Children[0].Children[0].Name;", "c"),
        new("all of several objects", """{"allOf":[{"type":"object","properties":{"a":{"type":"string"}}},{"type":"object","properties":"""
            + """{"b":{"type":"integer"}}}]}""",
            """{"a":"s","b":1}""", "return v.X?.A + v.X?.B;", "s1"),
        new("a nullable one is as any other", """{"type":["string","null"],"default":null,"minLength":5}""", "\"a\"", "return v.X;", "a"),
    ];

    private static readonly Lazy<Program> Compiled = new(() => Program.Load(Generation.Run(CatalogOfRows(), ReadsOfRows())));

    public static TheoryData<string> Names => new(Rows.Select(row => row.What));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_view_compiles_and_reads_the_JSON(string what)
    {
        var index = Array.FindIndex(Rows, row => row.What == what);

        Compiled.Value.Run("Row" + Letters(index)).ShouldBe(Rows[index].Expected);
    }

    // Two actions share the enum, so it is named after the property of the first action's parameter.
    private static string CatalogOfRows() => Catalog.Of(
    [
        .. Rows.Select((row, index) => Catalog.AcmeAnswering(
            "ROW" + Letters(index).ToUpperInvariant(),
             "{\"type\":\"object\",\"properties\":{\"x\":" + row.Schema + ",\"row" + Letters(index) + "\":{\"type\":\"string\"}}}")),
        Catalog.Acme("FIRST", """{"state":{"enum":["closed","open"]}}"""),
        Catalog.Acme("SECOND", """{"state":{"enum":["open","closed"]}}"""),
    ]);

    private static string ReadsOfRows()
    {
        var code = new StringBuilder("""
            using System;
            using System.Text.Json;
            using Recoup.Actions;
            public static class Probe
            {
                static string Show(object? value) => value switch
                {
                    null => "null",
                    string text => text,
                    System.Collections.IEnumerable list => 
                        "[" + string.Join(",", System.Linq.Enumerable.Select(System.Linq.Enumerable.Cast<object?>(list), Show)) + "]",
                    _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
                };

            """);
        for (var index = 0; index < Rows.Length; index++)
        {
            var (name, row) = ("Row" + Letters(index), Rows[index]);
            var json = row.Value == "-" ? "{}" : "{\"x\":" + row.Value + "}";
            var read = row.Read.Replace("{0}", name, StringComparison.Ordinal);
            code.Append($"    static object? Read{name}(Acme.{name}Result v) {{ {read} }}\n");
            code.Append(
                $"    public static string {name}() => Show(Read{name}("
                    + $"Recoup.Typed.ResultView.Of<Acme.{name}Result>(JsonDocument.Parse({JsonSerializer.Serialize(
                        json)}).RootElement)));\n");
        }

        return code.Append("}\n").ToString();
    }

    private static string Letters(int index) => $"{(char)('a' + (index / 26))}{(char)('a' + (index % 26))}";

    private sealed record Row(string What, string Schema, string Value, string Read, string Expected);
}
