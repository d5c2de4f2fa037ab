using Recoup.Emulator.Core;

namespace Recoup.Emulator.Deployed;

/// <summary>The rules of an emulator: the contract's, changed by each divergence that is switched on, in the order of the table.</summary>
internal static class BehaviorRules
{
    public static ApiRules Of(RecoupEmulatorOptions options)
    {
        var rules = new ApiRules { ShowsExecutedAt = !options.OmitOptionalMembers };
        foreach (var divergence in Divergences.All)
        {
            if (IsOn(divergence, options))
                rules = divergence.Apply(rules);
        }
        return rules;
    }

    private static bool IsOn(Divergence divergence, RecoupEmulatorOptions options) =>
        !options.Without.Contains(divergence) && (options.Behavior == ApiBehavior.Deployed || options.With.Contains(divergence));
}
