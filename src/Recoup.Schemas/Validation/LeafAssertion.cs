using System.Text.Json;
using Recoup.Schemas.Sources;

namespace Recoup.Schemas.Validation;

/// <summary>An assertion that applies no other schema.</summary>
internal abstract class LeafAssertion(SchemaSource source, string keyword) : Assertion(source, keyword)
{
    public override CheckCost Cost => CheckCost.Value;

    public sealed override bool Check(JsonElement instance, ref Evaluation run) => Holds(instance, ref run) || run.Fail(this, instance);

    protected abstract bool Holds(JsonElement instance, ref Evaluation run);

    /// <summary>What the keyword requires, in words.</summary>
    public abstract string Expected { get; }

    /// <summary>What the instance has instead.</summary>
    public virtual string Got(JsonElement instance, ref Evaluation run) => run.Describe(instance);
}
