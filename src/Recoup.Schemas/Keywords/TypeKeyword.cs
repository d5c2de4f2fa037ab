using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Reading;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary><c>type</c>: the kinds a value may be of. <c>nullable</c> beside it adds null where the options say so.</summary>
internal sealed class TypeKeyword : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        var kinds = Kinds.None;
        var names = new List<string>();
        if (site.Value.ValueKind == JsonValueKind.String)
        {
            Add(site, site.Value, names, ref kinds);
        }
        else if (site.Expect(JsonValueKind.Array, "a type or an array of types"))
        {
            foreach (var item in site.Value.EnumerateArray())
                Add(site, item, names, ref kinds);
        }

        if (site.Options.HonorNullable && (kinds & Kinds.Null) == 0
            && JsonProperties.TryGet(site.Source.Element, "nullable"u8, out var nullable) && nullable.ValueKind == JsonValueKind.True)
        {
            kinds |= Kinds.Null;
            names.Add("null");
        }

        builder.Admit(kinds, new Assertion(site, kinds, names));
    }

    private static void Add(KeywordSite site, JsonElement item, List<string> names, ref Kinds kinds)
    {
        var name = item.ValueKind == JsonValueKind.String ? JsonNames.Of(item) : "";
        var kind = name switch
        {
            "null" => Kinds.Null,
            "boolean" => Kinds.Boolean,
            "object" => Kinds.Object,
            "array" => Kinds.Array,
            "number" => Kinds.Number,
            "string" => Kinds.String,
            "integer" => Kinds.Integer,
            _ => Kinds.None,
        };
        kinds |= kind;
        names.Add(name);
        if (kind == Kinds.None)
            site.Problem($"expected array, boolean, integer, null, number, object or string, got {Describe.Literal(item)}");
    }

    /// <summary>Only reports: schemas check the kind themselves.</summary>
    internal sealed class Assertion(KeywordSite site, Kinds kinds, IReadOnlyList<string> names) : LeafAssertion(site)
    {
        public IReadOnlyList<string> Names => names;

        public override string Expected => Describe.Alternatives(names);

        public override string Got(JsonElement instance, ref Evaluation run) =>
            instance.ValueKind == JsonValueKind.Number && (kinds & Kinds.Integer) != 0 ? Describe.Value(instance, ref run) : Describe.Kind(instance);

        protected override bool Holds(JsonElement instance, ref Evaluation run) => false;
    }
}
