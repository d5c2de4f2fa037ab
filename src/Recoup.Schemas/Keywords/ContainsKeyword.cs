using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Drafts;
using Recoup.Schemas.Json;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary>
/// <c>contains</c>, with <c>minContains</c> and <c>maxContains</c> if the draft has them: how many items must match a schema.
/// </summary>
internal sealed class ContainsKeyword : Keyword
{
    public override Subschemas Subschemas => Subschemas.One;

    public override void Compile(KeywordSite site, NodeBuilder builder)
    {
        var least = site.TryGetSibling("minContains", out var min) && min.TryReadCount(out var minimum) ? minimum : 1;
        var most = site.TryGetSibling("maxContains", out var max) && max.TryReadCount(out var maximum) ? maximum : int.MaxValue;
        builder.Assert(InstanceKinds.Array, new Assertion(site, site.Child(0), least, most));
    }

    internal sealed class Assertion(KeywordSite site, SchemaNode node, int least, int most) : Validation.Assertion(site.Source, site.Name)
    {
        // Before draft 2020-12, items that match "contains" still count as unevaluated.
        private readonly bool _marks = site.Draft >= SchemaDraft.Draft202012;

        public SchemaNode Node => node;

        public int Least => least;

        public int Most => most;

        public override bool Check(JsonElement instance, ref Evaluation run)
        {
            var marking = run.Marks.On;
            var found = 0;
            var index = 0;
            run.Marks.On = false;
            foreach (var item in instance.EnumerateArray())
            {
                if (run.Matches(node, item))
                {
                    found++;
                    if (marking && _marks)
                        run.Marks.Mark(index);
                }

                index++;
                if (found > most || found >= least && most == int.MaxValue && !(marking && _marks) || run.Exhausted)
                    break;
            }

            run.Marks.On = marking;
            run.ChargePass(index);
            if (run.Exhausted)
                return false;
            if (found >= least && found <= most)
                return true;
            return run.Trace is not null && Report(found, ref run);
        }

        private bool Report(int found, ref Evaluation run)
        {
            if (found > most)
                return run.Fail(this, "maxContains", $"at most {Describe.Count(most, "item", "items")} that match \"contains\"", "more");
            var keyword = least == 1 && found == 0 ? Keyword : "minContains";
            return run.Fail(
                this,
                keyword,
                $"at least {Describe.Count(least, "item", "items")} that match \"contains\"",
                found == 0 ? "none" : $"{found}");
        }
    }
}
