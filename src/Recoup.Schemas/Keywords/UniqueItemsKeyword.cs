using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary><c>uniqueItems</c>: whether all items must differ.</summary>
internal sealed class UniqueItemsKeyword : Keyword
{
    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        if (site.ExpectBoolean() && site.Value.ValueKind == JsonValueKind.True)
            builder.Assert(InstanceKinds.Array, new Assertion(site));
    }

    internal sealed class Assertion(KeywordSite site) : Validation.Assertion(site.Source, site.Name)
    {
        public override CheckCost Cost => CheckCost.Search;

        public override bool Check(JsonElement instance, ref Evaluation run)
        {
            if (UniqueItems.Hold(instance, this, ref run, out var first, out var second))
                return true;
            return run.Trace is not null
                && run.Fail(this, Keyword, "unique items", $"equal items at {first} and {second}");
        }
    }
}
