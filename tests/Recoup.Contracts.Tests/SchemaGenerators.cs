using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Recoup.Contracts.Tests;

/// <summary>Schemas as catalogs and other hands write them, all of which the engine compiles.</summary>
internal static class SchemaGenerators
{
    private static readonly string[] Names = ["a", "b", "c"];

    public static Gen<string> Schema(int depth) => depth == 0 ? Leaf : Gen.Frequency(
        (4, Leaf),
        (4, Objects(depth - 1)),
        (2, Schema(depth - 1).Select(items => $$"""{"type":"array","items":{{items}}}""")),
        (1, Schema(depth - 1).SelectMany(_ => Counts, (items, count) => $$"""{"type":"array","items":{{items}},"minItems":{{count}}}""")),
        (2, Pair(depth - 1).Select(pair => $$"""{"anyOf":[{{pair.One}},{{pair.Two}}]}""")),
        (1, Pair(depth - 1).Select(pair => $$"""{"oneOf":[{{pair.One}},{{pair.Two}}]}""")),
        (1, Pair(depth - 1).Select(pair => $$"""{"allOf":[{{pair.One}},{{pair.Two}}]}""")),
        (1, Schema(depth - 1).Select(schema => $$"""{"not":{{schema}}}""")),
        (1, Schema(depth - 1).Select(schema => $$"""{"anyOf":[{{schema}},{"type":"null"}]}""")));

    private static Gen<string> Counts => Gen.Elements("0", "1", "2", "3");

    private static Gen<string> Leaf => Gen.OneOf(
        Gen.Elements(
            "{}",
            """{"type":"string"}""",
            """{"type":["string","null"]}""",
            """{"type":"integer"}""",
            """{"type":"number"}""",
            """{"type":"boolean"}""",
            """{"type":"null"}"""),
        Gen.Elements(
            """{"enum":["x","y"]}""",
            """{"enum":["x",1,null]}""",
            """{"const":"x"}""",
            """{"const":2}""",
            """{"type":"string","enum":["x","y","z"]}"""),
        Counts.Select(count => $$"""{"type":"string","minLength":{{count}}}"""),
        Counts.Select(count => $$"""{"type":"string","maxLength":{{count}}}"""),
        Counts.Select(count => $$"""{"type":"integer","minimum":{{count}}}"""),
        Counts.Select(count => $$"""{"type":"number","maximum":{{count}}}"""),
        Gen.Elements("0.5", "1", "2", "3").Select(step => $$"""{"type":"number","multipleOf":{{step}}}"""),
        Gen.Elements("^a", "b$", "^[ab]*$", "^a{1,2}$").Select(pattern => $$"""{"type":"string","pattern":"{{pattern}}"}"""));

    private static Gen<string> Objects(int depth) =>
        from members in Gen.Elements(Names).SelectMany(_ => Schema(depth), (name, schema) => (name, schema)).ListOf(2)
        from required in Gen.Elements("", "\"required\":[\"a\"],", "\"required\":[\"a\",\"b\"],")
        from additional in Gen.Elements("true", "false", """{"type":"string"}""")
        from more in Gen.Elements("", ",\"minProperties\":1", ",\"dependentRequired\":{\"a\":[\"b\"]}", ",\"maxProperties\":2")
        select $$"""{"type":"object","properties":{{{string.Join(
            ",",
            members.DistinctBy(member => member.name).Select(member =>
                $"\"{member.name}\":{member.schema}"))}}},{{required}}"additionalProperties":{{additional}}{{more}}}""";

    private static Gen<(string One, string Two)> Pair(int depth) => Schema(depth).SelectMany(_ => Schema(depth), (one, two) => (one, two));

    /// <summary>Checks generated values. They are always the same ones.</summary>
    public static void ForAll<T>(Gen<T> generator, int count, Action<T> check)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(count)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(4711, 15), FSharpOption<int>.None)));
        Check.One(config, Prop.ForAll(generator.ToArbitrary(), check));
    }
}
