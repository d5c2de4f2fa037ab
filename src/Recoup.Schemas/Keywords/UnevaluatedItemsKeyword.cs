using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Drafts;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary>
/// <c>unevaluatedItems</c>: the schema of items that no keyword has evaluated, in this schema or in a schema that it applies to the array.
/// </summary>
internal sealed class UnevaluatedItemsKeyword : Keyword
{
    public override Subschemas Subschemas => Subschemas.One;

    public override void Compile(KeywordSite site, NodeBuilder builder) =>
        builder.AssertUnevaluated(InstanceKinds.Array, new Assertion(site, site.Child(0)));

    internal sealed class Assertion(KeywordSite site, SchemaNode node) : Validation.Assertion(site.Source, site.Name)
    {
        public SchemaNode Node => node;

        public override CheckCost Cost => CheckCost.Last;

        public override bool Check(JsonElement instance, ref Evaluation run)
        {
            var valid = true;
            var index = -1;
            foreach (var item in instance.EnumerateArray())
            {
                if (run.Marks.IsMarked(++index))
                    continue;
                run.Marks.Mark(index);
                run.Marks.On = false;
                var holds = run.Trace is null ? node.Evaluate(item, ref run) : Follow(item, index, ref run);
                run.Marks.On = true;
                if (holds)
                    continue;
                valid = false;
                if (run.Trace is null)
                    return false;
            }

            run.ChargePass(index + 1);
            return valid;
        }

        private bool Follow(JsonElement item, int index, ref Evaluation run)
        {
            var length = run.Trace!.PushInstance(index);
            var valid = run.Apply(node, item, Keyword);
            run.Trace.PopInstance(length);
            return valid;
        }
    }
}
