using Recoup.Emulator.Core.Errors;
using Recoup.Emulator.Core.Executions;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Core.Outcomes;

/// <summary>The third-party service does not respond in time.</summary>
internal sealed class TimesOut(TimeSpan after) : Outcome
{
    public override string Name => "times out";

    public override bool Executes => false;

    public override bool IsFault => true;

    public override TimeSpan Duration => after;

    public override ApiResponse Respond(Execution execution) => execution.Rules.WriteError(execution.Rules.UpstreamFailure(
        ApiError.UpstreamFailed(execution.Slug, FormattableString.Invariant($"no response within {after.TotalSeconds} seconds."))));
}
