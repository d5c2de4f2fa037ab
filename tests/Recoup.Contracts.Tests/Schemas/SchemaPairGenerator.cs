using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Recoup.Contracts.Tests.Schemas;

/// <summary>Random pairs of composed schemas: a schema, and the same schema with one to three edits, each also alone.</summary>
internal static class SchemaPairGenerator
{
    public static Gen<SchemaEdits> All { get; } =
        from schema in Gen.Frequency((1, SchemaGenerators.Schema(2)), (2, SchemaGenerators.Schema(3)), (3, Composed), (2, Evaluated))
        from count in Gen.Choose(1, 3)
        from seeds in Gen.Choose(0, 1_000_000).ListOf(count)
        select Edit(schema, [.. seeds]);

    private static Gen<string> Composed =>
        from parts in SchemaGenerators.Schema(1).ListOf(4)
        from shape in Gen.Elements(
            """{"allOf":[{"anyOf":[#,#]},{"anyOf":[#,#]}]}""",
            """{"allOf":[{"oneOf":[#,#]},{"anyOf":[#,#]}]}""",
            """{"anyOf":[{"allOf":[#,#]},{"type":"object","properties":{"a":#,"b":#},"required":["a"]}]}""",
            """{"type":"object","properties":{"a":{"anyOf":[#,#]},"b":{"oneOf":[#,#]}},"required":["b"]}""",
            """{"type":"object","allOf":[{"if":{"required":["a"]},"then":{"properties":{"b":#}}},{"properties":{"a":#}},{"propertie"""
                + """s":{"c":{"anyOf":[#,#]}}}]}""",
            """{"type":"array","items":{"anyOf":[#,{"allOf":[#,#]}]},"contains":#,"minItems":1}""",
            """{"$defs":{"n":{"anyOf":[{"type":"object","properties":{"n":{"$ref":"#/$defs/n"},"v":#},"required":["n"]},#]}},"proper"""
                + """ties":{"x":{"$ref":"#/$defs/n"},"y":#,"z":#}}""")
        select Fill(shape, [.. parts]);

    // Parts that mostly demand nothing, but say what is evaluated.
    private static Gen<string> Evaluated =>
        from parts in Gen.Elements(
            "true",
            """{"properties":{"a":true}}""",
            """{"properties":{"b":{"type":"string"}}}""",
            """{"patternProperties":{"^a":true}}""",
            """{"additionalProperties":true}""",
            """{"unevaluatedProperties":true}""",
            """{"required":["a"]}""",
            """{"if":{"properties":{"a":true}}}""",
            """{"if":{"required":["a"]},"then":{"properties":{"a":true}}}""",
            """{"dependentSchemas":{"a":{"properties":{"a":true,"b":true}}}}""",
            """{"anyOf":[true,{"properties":{"c":true}}]}""",
            """{"prefixItems":[true]}""",
            """{"items":true}""",
            """{"contains":{"type":"string"},"minContains":0}""",
            """{"unevaluatedItems":true}""").ListOf(4)
        from shape in Gen.Elements(
            """{"allOf":[#,#],"unevaluatedProperties":false}""",
            """{"anyOf":[#,#],"allOf":[#],"unevaluatedProperties":false,"unevaluatedItems":false}""",
            """{"allOf":[#,{"anyOf":[#,#]}],"unevaluatedItems":false}""",
            """{"oneOf":[#,{"required":["b"]}],"unevaluatedProperties":{"type":"string"}}""",
            """{"if":#,"then":#,"else":#,"unevaluatedProperties":false}""",
            """{"dependentSchemas":{"a":#},"allOf":[#],"unevaluatedProperties":false}""",
            """{"$ref":"#/$defs/x","unevaluatedProperties":false,"$defs":{"x":{"anyOf":[#,{"allOf":[#,#]}]}}}""")
        select Fill(shape, [.. parts]);

    private static string Fill(string shape, string[] parts)
    {
        var pieces = shape.Replace("\"#/", "\"\u0001/", StringComparison.Ordinal).Split('#');
        return string.Concat(pieces.Select((piece, i) => piece + (i < pieces.Length - 1 ? parts[i] : ""))).Replace('\u0001', '#');
    }

    private static SchemaEdits Edit(string schema, int[] seeds)
    {
        var places = SchemaMutation.Of(JsonNode.Parse(schema)!);
        var edits = new List<(SchemaMutation Place, int Seed)>();
        foreach (var seed in places.Count == 0 ? [] : seeds)
        {
            var place = places[seed % places.Count];
            if (!edits.Exists(edit => place.Overlaps(edit.Place)))
                edits.Add((place, seed / places.Count));
        }

        return new SchemaEdits(
            schema,
            Apply(edits),
            [.. edits.Select(edit => Apply([edit]))],
            [.. edits.GroupBy(edit => edit.Place.Composition).Where(group => group.Key is not null && group.Count() > 1).Select(Apply)]);

        string Apply(IEnumerable<(SchemaMutation Place, int Seed)> some)
        {
            var edited = JsonNode.Parse(schema)!;
            foreach (var (place, seed) in some)
                place.Apply(edited, seed);
            return edited.ToJsonString();
        }
    }
}
