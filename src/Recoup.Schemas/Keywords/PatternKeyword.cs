using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Json;
using Recoup.Schemas.Patterns;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary><c>pattern</c>: the regular expression that a string must match somewhere.</summary>
internal sealed class PatternKeyword : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        if (site.Expect(JsonValueKind.String, "a regular expression")
            && site.TryReadPattern(JsonNames.Of(site.Value), out var pattern))
            builder.Assert(InstanceKinds.String, new Assertion(site, pattern));
    }

    internal sealed class Assertion(KeywordSite site, EcmaPattern pattern) : LeafAssertion(site.Source, site.Name)
    {
        public EcmaPattern Pattern => pattern;

        public override CheckCost Cost => CheckCost.Search;

        public override string Expected => $"a match of {pattern.Text}";

        protected override bool Holds(JsonElement instance, ref Evaluation run) => run.IsMatch(pattern, run.Text(instance), this);
    }
}
