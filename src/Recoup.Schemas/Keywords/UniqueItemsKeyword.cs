using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary><c>uniqueItems</c>: whether no two items may be equal.</summary>
internal sealed class UniqueItemsKeyword : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        if (site.ExpectBoolean() && site.Value.ValueKind == JsonValueKind.True)
            builder.Assert(Kinds.Array, new Assertion(site));
    }

    internal sealed class Assertion(KeywordSite site) : Validation.Assertion(site)
    {
        public override bool Check(JsonElement instance, ref Evaluation run)
        {
            if (UniqueItems.Hold(instance, this, ref run, out var first, out var second))
                return true;
            return run.Trace is not null
                && run.Fail(this, Keyword, "items that differ from one another", $"the same at {first} and {second}");
        }
    }
}
