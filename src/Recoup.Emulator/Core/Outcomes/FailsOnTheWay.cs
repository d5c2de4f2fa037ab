using Recoup.Emulator.Core.Executions;
using Recoup.Emulator.Core.Responses;
using Recoup.Emulator.Core.Rules;

namespace Recoup.Emulator.Core.Outcomes;

/// <summary>The network fails. The action was executed only if the response had begun to arrive.</summary>
internal sealed class FailsOnTheWay(TransportFault fault) : Outcome
{
    public override string Name => $"fails: {fault}";

    public override bool IsFault => true;

    public override int Executions(ApiRules rules) => fault is TransportFault.ResetMidBody or TransportFault.TruncatedBody ? 1 : 0;

    public override ValueTask<ApiResponse> RespondAsync(Execution execution) =>
        new(DefaultResult.Destroyed(execution, fault));
}
