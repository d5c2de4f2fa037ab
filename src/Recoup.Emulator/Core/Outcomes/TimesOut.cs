using Recoup.Emulator.Core.Executions;
using Recoup.Emulator.Core.Responses;
using Recoup.Emulator.Core.Rules;

namespace Recoup.Emulator.Core.Outcomes;

/// <summary>The third-party service does not respond in time.</summary>
/// <param name="after">The time that the API waits, in all its tries together; null for that of the rules.</param>
internal sealed class TimesOut(TimeSpan? after) : Outcome
{
    public override string Name => "times out";

    public override bool IsFault => true;

    public override int Executions(ApiRules rules) => rules.UpstreamTries;

    public override TimeSpan Duration(ApiRules rules) => after ?? rules.UpstreamTimeout;

    public override ValueTask<ApiResponse> RespondAsync(Execution execution) => new(FailsUpstream.Write(
        execution, FormattableString.Invariant($"no response within {Duration(execution.Rules).TotalSeconds} seconds.")));
}
