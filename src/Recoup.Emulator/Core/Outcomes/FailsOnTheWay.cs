using Recoup.Emulator.Core.Executions;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Core.Outcomes;

/// <summary>The network fails. The action was executed only if the response had begun to arrive.</summary>
internal sealed class FailsOnTheWay(TransportFault fault) : Outcome
{
    private readonly DefaultResult _result = new();

    public override string Name => $"fails: {fault}";

    public override bool Executes => fault is TransportFault.ResetMidBody or TransportFault.TruncatedBody;

    public override bool IsFault => true;

    public override ApiResponse Respond(Execution execution) => _result.Respond(execution) with { Fault = fault };
}
