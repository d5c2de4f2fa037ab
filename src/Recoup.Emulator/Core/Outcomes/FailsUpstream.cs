using Recoup.Emulator.Core.Errors;
using Recoup.Emulator.Core.Executions;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Core.Outcomes;

/// <summary>The third-party service refuses the call or fails.</summary>
internal sealed class FailsUpstream(string text) : Outcome
{
    public override string Name => "fails upstream";

    public override bool Executes => false;

    public override bool IsFault => true;

    public override ApiResponse Respond(Execution execution) =>
        execution.Rules.WriteError(execution.Rules.UpstreamFailure(ApiError.UpstreamFailed(execution.Slug, text)));
}
