using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Json;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary><c>minItems</c>: how many items an array must have.</summary>
internal sealed class MinItemsKeyword : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        if (site.TryReadCount(out var bound))
            builder.Assert(InstanceKinds.Array, new Assertion(site, bound));
    }

    internal sealed class Assertion(KeywordSite site, int bound) : LeafAssertion(site.Source, site.Name)
    {
        public int Bound => bound;

        public override string Expected => $"at least {Describe.Count(bound, "item", "items")}";

        public override string Got(JsonElement instance, ref Evaluation run) => $"{instance.GetArrayLength()}";

        protected override bool Holds(JsonElement instance, ref Evaluation run) => instance.GetArrayLength() >= bound;
    }
}
