using Recoup.Emulator.Core.Outcomes;

namespace Recoup.Emulator.Core.Stubs;

/// <summary>A step of a stub's script.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Delay">The delay before the outcome, on the emulator's clock.</param>
/// <param name="Times">The number of calls; null for one call, or for all further calls if this is the last step.</param>
internal sealed record ScriptStep(Outcome Outcome, TimeSpan Delay = default, int? Times = null)
{
    public static readonly ScriptStep Default = new(new DefaultResult());
}
