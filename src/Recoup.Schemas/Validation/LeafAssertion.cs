using System.Text.Json;
using Recoup.Schemas.Compilation;

namespace Recoup.Schemas.Validation;

/// <summary>An assertion that looks at the instance alone and applies no other schema.</summary>
internal abstract class LeafAssertion(KeywordSite site) : Assertion(site)
{
    public sealed override bool Check(JsonElement instance, ref Evaluation run) => Holds(instance, ref run) || run.Fail(this, instance);

    protected abstract bool Holds(JsonElement instance, ref Evaluation run);

    /// <summary>What the keyword demands, in words.</summary>
    public abstract string Expected { get; }

    /// <summary>What the instance holds instead.</summary>
    public virtual string Got(JsonElement instance, ref Evaluation run) => Describe.Value(instance, ref run);
}
