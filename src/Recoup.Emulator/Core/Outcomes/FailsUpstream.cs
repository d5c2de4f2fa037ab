using Recoup.Emulator.Core.Errors;
using Recoup.Emulator.Core.Executions;
using Recoup.Emulator.Core.Responses;
using Recoup.Emulator.Core.Rules;

namespace Recoup.Emulator.Core.Outcomes;

/// <summary>The third-party service refuses the call or fails, with a status.</summary>
internal sealed class FailsUpstream(string text, int status) : Outcome
{
    public override string Name => "fails upstream";

    public override bool IsFault => true;

    public override int Executions(ApiRules rules) => IsTriedAgain(status) ? rules.UpstreamTries : 1;

    public override ValueTask<ApiResponse> RespondAsync(Execution execution) => new(Write(execution, text));

    /// <summary>The response of a call that failed upstream.</summary>
    public static ApiResponse Write(Execution execution, string text) =>
        execution.Rules.WriteError(execution.Rules.UpstreamFailure(ApiError.UpstreamFailed(execution.Slug, text)));

    // The statuses for which the provider's SDK sends a request again.
    private static bool IsTriedAgain(int status) => status is 408 or 409 or 429 or >= 500;
}
