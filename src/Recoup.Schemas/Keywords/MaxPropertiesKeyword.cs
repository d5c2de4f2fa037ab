using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Json;
using Recoup.Schemas.Platform;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary><c>maxProperties</c>: how many properties an object can have.</summary>
internal sealed class MaxPropertiesKeyword : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        if (site.TryReadCount(out var bound))
            builder.Assert(InstanceKinds.Object, new Assertion(site, bound));
    }

    internal sealed class Assertion(KeywordSite site, int bound) : LeafAssertion(site.Source, site.Name)
    {
        public int Bound => bound;

        public override string Expected => $"at most {Describe.Count(bound, "property", "properties")}";

        public override string Got(JsonElement instance, ref Evaluation run) => $"{Utf8Json.PropertyCount(instance)}";

        protected override bool Holds(JsonElement instance, ref Evaluation run) => Utf8Json.PropertyCount(instance) <= bound;
    }
}
