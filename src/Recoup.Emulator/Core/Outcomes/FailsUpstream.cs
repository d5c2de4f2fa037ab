using Recoup.Emulator.Core.Errors;

namespace Recoup.Emulator.Core.Outcomes;

/// <summary>The third-party service refuses or fails.</summary>
internal sealed class FailsUpstream(string text) : Outcome
{
    public override string Name => "fails upstream";

    public override bool Executes => false;

    public override bool IsFault => true;

    public override ApiAnswer Answer(OutcomeContext context) =>
        context.Rules.WriteError(context.Rules.UpstreamFailure(ApiError.UpstreamFailed(context.Slug, text)));
}
