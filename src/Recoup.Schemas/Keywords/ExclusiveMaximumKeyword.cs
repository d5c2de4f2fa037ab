using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Json;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary><c>exclusiveMaximum</c>: the exclusive upper bound of numbers.</summary>
internal sealed class ExclusiveMaximumKeyword : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        if (site.TryReadNumber(out var bound))
            builder.Assert(InstanceKinds.Number, new Assertion(site, bound));
    }

    internal sealed class Assertion(KeywordSite site, NumberLiteral bound) : LeafAssertion(site.Source, site.Name)
    {
        public NumberLiteral Bound => bound;

        public override string Expected => $"less than {bound.Text}";

        protected override bool Holds(JsonElement instance, ref Evaluation run) => bound.Compare(instance) < 0;
    }
}
