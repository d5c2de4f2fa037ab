using Recoup.Emulator.Core.Executions;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Core.Outcomes;

/// <summary>A 200 without the member <c>result</c>: the deployed server's response if an action returns nothing (D14).</summary>
internal sealed class ReturnsNothing : Outcome
{
    public override string Name => "returns nothing";

    public override ValueTask<ApiResponse> RespondAsync(Execution execution) => execution.Rules.ResultMayBeMissing
        ? new(ExecutionResponse.WithResult(execution, null))
        : throw new RecoupEmulatorException(
            $"The stub for {execution.Slug} returns nothing, but the contract requires a result. "
            + "Return an object, or switch on divergence D14: only the deployed server omits the result.");
}
