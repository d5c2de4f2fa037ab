using Recoup.Emulator.Core.Executions;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Core.Outcomes;

/// <summary>A 200 whose result reports that the action failed.</summary>
internal sealed class Unsuccessful(string text) : Outcome
{
    public override string Name => "unsuccessful";

    public override bool IsFault => true;

    public override ValueTask<ApiResponse> RespondAsync(Execution execution) =>
        new(ExecutionResponse.WithEnvelope(execution, null, text));
}
