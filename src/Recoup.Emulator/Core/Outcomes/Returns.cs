using System.Text.Json;
using Recoup.Emulator.Core.Executions;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Core.Outcomes;

/// <summary>The payload of the third-party service.</summary>
internal sealed class Returns(Payload payload) : Outcome
{
    public override string Name => "returns";

    public override async ValueTask<ApiResponse> RespondAsync(Execution execution)
    {
        var result = await payload(execution.Parameters, execution.Lifetime).ConfigureAwait(false);
        if (execution.Rules.WrapsResults)
            return ExecutionResponse.WithEnvelope(execution, result);
        return result.ValueKind == JsonValueKind.Object
            ? ExecutionResponse.WithResult(execution, result)
            : throw new RecoupEmulatorException(
                $"The stub for {execution.Slug} returns {DocumentedErrors.Kind(result.ValueKind)}, but the contract requires an object. "
                + "Return an object, or use ReturnsRaw to violate the contract on purpose.");
    }
}
