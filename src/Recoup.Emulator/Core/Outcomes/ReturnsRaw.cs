using Recoup.Emulator.Core.Executions;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Core.Outcomes;

/// <summary>The given value as the member <c>result</c>, unchanged.</summary>
internal sealed class ReturnsRaw(Payload result) : Outcome
{
    public override string Name => "returns raw";

    public override async ValueTask<ApiResponse> RespondAsync(Execution execution) =>
        ExecutionResponse.WithResult(execution, await result(execution.Parameters, execution.Lifetime).ConfigureAwait(false));
}
