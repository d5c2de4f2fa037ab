using Recoup.Emulator.Core.Rules;

namespace Recoup.Emulator.Deployed;

/// <summary>The divergences that an emulator shows: those of its behavior, and those that are switched individually.</summary>
internal sealed record DivergenceSelection(ApiBehavior Behavior, IEnumerable<Divergence> With, IEnumerable<Divergence> Without)
{
    /// <summary>Applies the selected divergences to the documented rules, in the order of the table.</summary>
    public ApiRules Apply(ApiRules documented) =>
        Divergences.All.Where(Has).Aggregate(documented, (rules, divergence) => divergence.Apply(rules));

    public bool Has(Divergence divergence) =>
        !Without.Contains(divergence) && (Behavior == ApiBehavior.Deployed || With.Contains(divergence));

    /// <summary>The selection with a divergence switched on or off.</summary>
    public DivergenceSelection Switch(Divergence divergence, bool isOn)
    {
        var (with, without) = (With.Where(other => other != divergence), Without.Where(other => other != divergence));
        return isOn
            ? this with { With = [.. with, divergence], Without = [.. without] }
            : this with { With = [.. with], Without = [.. without, divergence] };
    }
}
