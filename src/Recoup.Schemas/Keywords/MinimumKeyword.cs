using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary><c>minimum</c>: the smallest number allowed.</summary>
internal sealed class MinimumKeyword : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        if (NumberLiteral.Read(site) is { } bound)
            builder.Assert(Kinds.Number, new Assertion(site, bound));
    }

    internal sealed class Assertion(KeywordSite site, NumberLiteral bound) : LeafAssertion(site)
    {
        public NumberLiteral Bound => bound;

        public override string Expected => $"at least {bound.Text}";

        protected override bool Holds(JsonElement instance, ref Evaluation run) => bound.Compare(instance) >= 0;
    }
}
