using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Recoup.Schemas.Tests;

/// <summary>
/// Generates arbitrary JSON, and schemas that are mostly well-formed, as text. The seed is fixed, so every run generates the same texts.
/// </summary>
internal static class JsonGenerators
{
    private static readonly string[] Names = ["a", "b", "c", "\\u0061b", "é", "$ref", "", "\\ud800"];

    private static readonly string[] Strings =
    [
        "\"\"", "\"a\"", "\"abc\"", "\"\\ud83d\\ude00\"", "\"\\ud800\"", "\"a\\nb\"", "\"2024-01-02\"", "\"#\"", "\"#/properties/a\"",
         "\"#/\\ud800\"", "\"^a+$\"", "\"string\"", "\"object\"",
    ];

    private static readonly string[] Numbers =
    [
        "0", "-0", "1", "1.0", "-1", "2", "3", "0.5", "1e2", "1e400", "-1e400", "1e-400", "12345678901234567890123", "1e999999999999",
         "0e99999999999999999999", "9e99999999999999999999",
    ];

    private static readonly Gen<string> Scalar = Gen.OneOf(
        Gen.Elements(Strings), Gen.Elements(Numbers), Gen.Elements("true", "false", "null"));

    /// <summary>Any JSON value.</summary>
    public static Gen<string> Value(int depth) => depth == 0
        ? Scalar
        : Gen.Frequency(
            (3, Scalar),
            (2, Many(Value(depth - 1)).Select(items => $"[{string.Join(",", items)}]")),
            (3, Object(Value(depth - 1))));

    /// <summary>A schema with known keywords, whose values mostly have the right shape.</summary>
    public static Gen<string> Schema(int depth) => depth == 0
        ? Gen.Elements(
            "true",
            "false",
            "{}",
            """{"type":"string"}""",
            """{"type":["integer","null"]}""",
            """{"minimum":1}""",
            """{"const":1}""",
            """{"enum":["a",1,null]}""",
            """{"$ref":"#"}""")
        : Many(Member(depth - 1)).Select(members => $"{{{string.Join(",", members.DistinctBy(member => member[..member.IndexOf(':')]))}}}");

    /// <summary>A name that differs from others only in its length or in one character, at any place.</summary>
    public static Gen<string> SimilarName() =>
        Gen.Choose(0, 20).SelectMany(
            length => Gen.Choose(0, 20).SelectMany(_ => Gen.Elements('a', 'b', '\0', 'é'), (at, character) => (at, character)),
            (length, changed) => changed.at < length
                ? new string('a', changed.at) + changed.character + new string('a', length - changed.at - 1)
                : new string('a', length));

    public static void ForAll(Gen<string> generator, int count, Action<string> check) =>
        ForAll(generator.Select(text => (text, "")), count, pair => check(pair.text));

    public static void ForAll<T>(Gen<T> generator, int count, Action<T> check)
    {
        var replay = new Replay(new Rnd(4711, 15), FSharpOption<int>.None);
        var config = Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(FSharpOption<Replay>.Some(replay));
        Check.One(config, Prop.ForAll(generator.ToArbitrary(), check));
    }

    private static Gen<string> Member(int depth)
    {
        var schema = Schema(depth);
        var count = Gen.Elements("0", "1", "2", "3.0");
        var number = Gen.Elements("0", "1", "2.5", "-3", "1e3", "1e-3");
        return Gen.OneOf(
            Gen.Elements("type")
                .SelectMany(
                    _ => Gen.Elements("\"string\"", "\"object\"", "\"array\"", "\"integer\"", "\"number\"", "[\"null\",\"boolean\"]"),
                    Pair),
            Gen.Elements("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum").SelectMany(_ => number, Pair),
            Gen.Constant("multipleOf").SelectMany(_ => Gen.Elements("1", "0.1", "3"), Pair),
            Gen.Elements("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "minContains", "maxContains")
                .SelectMany(_ => count, Pair),
            Gen.Elements("pattern")
                .SelectMany(_ => Gen.Elements("\"^a\"", "\"[0-9]+$\"", "\"(a|b)*c?\"", "\"^\\\\w{2,4}$\"", "\"(?=a)\""), Pair),
            Gen.Elements(
                "not",
                "if",
                "then",
                "else",
                "contains",
                "items",
                "additionalProperties",
                "propertyNames",
                "unevaluatedItems",
                "unevaluatedProperties").SelectMany(_ => schema, Pair),
            Gen.Elements("allOf", "anyOf", "oneOf", "prefixItems")
                .SelectMany(_ => Some(schema).Select(items => $"[{string.Join(",", items)}]"), Pair),
            Gen.Elements("properties", "patternProperties", "dependentSchemas", "$defs").SelectMany(_ => Object(schema), Pair),
            Gen.Elements("required").SelectMany(_ => Gen.Elements("[]", "[\"a\"]", "[\"a\",\"b\"]"), Pair),
            Gen.Elements("dependentRequired").SelectMany(_ => Gen.Elements("{}", "{\"a\":[\"b\"]}", "{\"b\":[\"a\",\"c\"]}"), Pair),
            Gen.Elements("uniqueItems").SelectMany(_ => Gen.Elements("true", "false"), Pair),
            Gen.Elements("enum").SelectMany(_ => Some(Value(1)).Select(items => $"[{string.Join(",", items)}]"), Pair),
            Gen.Elements("const", "default").SelectMany(_ => Value(1), Pair),
            Gen.Elements("$ref").SelectMany(_ => Gen.Elements("\"#\"", "\"#/$defs/a\"", "\"#/properties/a\""), Pair));
    }

    private static string Pair(string name, string value) => $"\"{name}\":{value}";

    private static Gen<string> Object(Gen<string> value) =>
        Many(Gen.Elements(Names).SelectMany(_ => value, Pair))
            .Select(members => $"{{{string.Join(",", members.DistinctBy(member => member[..member.IndexOf(':')]))}}}");

    private static Gen<List<T>> Many<T>(Gen<T> item) =>
        Gen.Choose(0, 3).SelectMany(count => item.ListOf(count).Select(items => items.ToList()));

    private static Gen<List<T>> Some<T>(Gen<T> item) =>
        Gen.Choose(1, 3).SelectMany(count => item.ListOf(count).Select(items => items.ToList()));
}
