using Recoup.Emulator.Core.Executions;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Core.Outcomes;

/// <summary>The action is executed, but its response never arrives. A retry executes it twice.</summary>
internal sealed class LosesReply(TransportFault fault) : Outcome
{
    public override string Name => $"executes, then loses the reply: {fault}";

    public override bool IsFault => true;

    public override ValueTask<ApiResponse> RespondAsync(Execution execution) =>
        new(DefaultResult.Destroyed(execution, fault));
}
