using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Json;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary><c>type</c>: the allowed kinds of a value.</summary>
internal sealed class TypeKeyword : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        var kinds = InstanceKinds.None;
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

        if (builder.AcceptsNull && (kinds & InstanceKinds.Null) == 0)
            names.Add("null");
        builder.Admit(kinds, new Assertion(site, kinds, names));
    }

    private static void Add(KeywordSite site, JsonElement item, List<string> names, ref InstanceKinds kinds)
    {
        var name = item.ValueKind == JsonValueKind.String ? JsonNames.Of(item) : "";
        var kind = name switch
        {
            "null" => InstanceKinds.Null,
            "boolean" => InstanceKinds.Boolean,
            "object" => InstanceKinds.Object,
            "array" => InstanceKinds.Array,
            "number" => InstanceKinds.Number,
            "string" => InstanceKinds.String,
            "integer" => InstanceKinds.Integer,
            _ => InstanceKinds.None,
        };
        kinds |= kind;
        names.Add(name);
        if (kind == InstanceKinds.None)
            site.Problem($"expected array, boolean, integer, null, number, object or string, got {Describe.Literal(item)}");
    }

    /// <summary>Only reports the violation. <see cref="SchemaNode"/> checks the kind.</summary>
    internal sealed class Assertion(
        KeywordSite site, InstanceKinds kinds, IReadOnlyList<string> names) : LeafAssertion(site.Source, site.Name)
    {
        public IReadOnlyList<string> Names => names;

        public override string Expected => Describe.Alternatives(names);

        public override string Got(JsonElement instance, ref Evaluation run) =>
            instance.ValueKind == JsonValueKind.Number && (kinds & InstanceKinds.Integer) != 0
                ? run.Describe(instance)
                : Describe.Kind(instance);

        protected override bool Holds(JsonElement instance, ref Evaluation run) => false;
    }
}
