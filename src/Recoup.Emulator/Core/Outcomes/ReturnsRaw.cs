using System.Text.Json;
using Recoup.Emulator.Core.Executions;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Core.Outcomes;

/// <summary>The given value as the member <c>result</c>, unchanged.</summary>
internal sealed class ReturnsRaw(Func<JsonElement, JsonElement> result) : Outcome
{
    public override string Name => "returns raw";

    public override ApiResponse Respond(Execution execution) => ExecutionResponse.WithResult(execution, result(execution.Parameters));
}
