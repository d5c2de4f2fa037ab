using Recoup.Emulator.Core.Errors;

namespace Recoup.Emulator.Core.Outcomes;

/// <summary>The third-party service does not answer in time.</summary>
internal sealed class TimesOut(TimeSpan after) : Outcome
{
    public override string Name => "times out";

    public override bool Executes => false;

    public override bool IsFault => true;

    public override TimeSpan Patience => after;

    public override ApiAnswer Answer(OutcomeContext context) => context.Rules.WriteError(context.Rules.UpstreamFailure(
        ApiError.UpstreamFailed(context.Slug, FormattableString.Invariant($"no answer within {after.TotalSeconds} seconds."))));
}
