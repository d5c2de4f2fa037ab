using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Json;
using Recoup.Schemas.Platform;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary><c>enum</c>: the allowed values.</summary>
internal sealed class EnumKeyword : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        if (site.Expect(JsonValueKind.Array, "an array of allowed values"))
            builder.Assert(InstanceKinds.All, new Assertion(site, [.. site.Value.EnumerateArray()]));
    }

    internal sealed class Assertion : LeafAssertion
    {
        private readonly JsonElement[] _values;
        private readonly Utf8Table<string> _strings;
        private readonly JsonValueSet _others;
        private readonly InstanceKinds _literals;

        public Assertion(KeywordSite site, JsonElement[] values)
            : base(site.Source, site.Name)
        {
            _values = values;
            var strings = new Dictionary<string, string>(StringComparer.Ordinal);
            var others = new List<JsonElement>();
            foreach (var value in values)
            {
                if (value.ValueKind == JsonValueKind.String)
                {
                    var text = JsonNames.Of(value);
                    strings[text] = text;
                }
                else if (value.ValueKind is JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null)
                {
                    _literals |= (InstanceKinds)(1 << (int)value.ValueKind);
                }
                else
                {
                    others.Add(value);
                }
            }

            _strings = Utf8Table<string>.Of([.. strings]);
            _others = new JsonValueSet([.. others]);
        }

        public IReadOnlyList<JsonElement> Values => _values;

        public override string Expected
        {
            get
            {
                const int Shown = 12;
                var shown = _values.Take(Shown).Select(Describe.Literal).ToList();
                if (_values.Length > Shown)
                    shown.Add($"{_values.Length - Shown} other values");
                return Describe.Alternatives(shown);
            }
        }

        protected override bool Holds(JsonElement instance, ref Evaluation run)
        {
            var kind = instance.ValueKind;
            if (kind is JsonValueKind.String or JsonValueKind.Undefined)
                return _strings.IndexOf(run.Text(instance)) >= 0;
            if (((int)_literals >> (int)kind & 1) != 0)
                return true;
            var holds = _others.Contains(instance, out var compared);
            run.ChargePass(compared + Utf8Json.Length(instance) / 32);
            return holds;
        }
    }
}
