using Recoup.Emulator.Core.Rules;

namespace Recoup.Emulator.Deployed;

/// <summary>The divergences that an emulator shows: those of its behavior, and those that are switched individually.</summary>
internal sealed record DivergenceSelection(ApiBehavior Behavior, ISet<Divergence> With, ISet<Divergence> Without)
{
    /// <summary>Applies the selected divergences to the documented rules, in the order of the table.</summary>
    public ApiRules Apply(ApiRules documented) =>
        Divergences.All.Where(IsSelected).Aggregate(documented, (rules, divergence) => divergence.Apply(rules));

    private bool IsSelected(Divergence divergence) =>
        !Without.Contains(divergence) && (Behavior == ApiBehavior.Deployed || With.Contains(divergence));
}
