using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Drafts;
using Recoup.Schemas.Json;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Keywords;

/// <summary>
/// <c>unevaluatedProperties</c>: the schema of properties that no keyword has evaluated, in this schema or in a schema that it applies to
/// the object.
/// </summary>
internal sealed class UnevaluatedPropertiesKeyword : Keyword
{
    public override Subschemas Subschemas => Subschemas.One;

    public override void Compile(KeywordSite site, NodeBuilder builder) =>
        builder.AssertUnevaluated(InstanceKinds.Object, new Assertion(site, site.Child(0)));

    internal sealed class Assertion(KeywordSite site, SchemaNode node) : Validation.Assertion(site.Source, site.Name)
    {
        public SchemaNode Node => node;

        public override CheckCost Cost => CheckCost.Last;

        public override bool Check(JsonElement instance, ref Evaluation run)
        {
            var valid = true;
            var ordinal = -1;
            foreach (var property in instance.EnumerateObject())
            {
                if (run.Marks.IsMarked(++ordinal))
                    continue;
                run.Marks.Mark(ordinal);
                run.Marks.On = false;
                var holds = run.Trace is null ? node.Evaluate(property.Value, ref run) : Follow(property, ref run);
                run.Marks.On = true;
                if (holds)
                    continue;
                valid = false;
                if (run.Trace is null)
                    return false;
            }

            run.ChargePass(ordinal + 1);
            return valid;
        }

        private bool Follow(JsonProperty property, ref Evaluation run)
        {
            var length = run.Trace!.PushInstance(JsonNames.Of(property));
            var valid = run.Apply(node, property.Value, Keyword);
            run.Trace.PopInstance(length);
            return valid;
        }
    }
}
