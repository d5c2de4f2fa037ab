using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Json;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary><c>minLength</c>: how many code points a string must have.</summary>
internal sealed class MinLengthKeyword : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        if (site.TryReadCount(out var bound))
            builder.Assert(InstanceKinds.String, new Assertion(site, bound));
    }

    internal sealed class Assertion(KeywordSite site, int bound) : LeafAssertion(site.Source, site.Name)
    {
        public int Bound => bound;

        public override string Expected => $"at least {Describe.Count(bound, "character", "characters")}";

        public override string Got(JsonElement instance, ref Evaluation run) => $"{Wtf8.Count(run.Text(instance))}";

        protected override bool Holds(JsonElement instance, ref Evaluation run) => Wtf8.HasAtLeast(run.Text(instance), bound);
    }
}
