using Recoup.Emulator.Core.Outcomes;

namespace Recoup.Emulator.Core.Scripting;

/// <summary>One step of a stub's script.</summary>
/// <param name="Outcome">What happens.</param>
/// <param name="Delay">How long it takes to begin, on the emulator's clock.</param>
/// <param name="Times">For how many calls; null for one, and for every call when it is the last step.</param>
internal sealed record ScriptStep(Outcome Outcome, TimeSpan Delay = default, int? Times = null)
{
    public static readonly ScriptStep Default = new(new DefaultResult());
}
