using System.Text.Json;
using Recoup.Emulator.Core.Executions;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Core.Outcomes;

/// <summary>
/// The result of an unscripted execution: a sample of the result schema if there is one, else an echo of slug and parameters.
/// </summary>
internal sealed class DefaultResult : Outcome
{
    public override string Name => "default result";

    public override ValueTask<ApiResponse> RespondAsync(Execution execution) => new(Of(execution));

    /// <summary>A body that a network fault destroys, so it need not be a result.</summary>
    public static ApiResponse Destroyed(Execution execution, TransportFault fault)
    {
        try
        {
            return Of(execution) with { Fault = fault };
        }
        catch (RecoupEmulatorException)
        {
            return ExecutionResponse.WithEcho(execution) with { Fault = fault };
        }
    }

    private static ApiResponse Of(Execution execution)
    {
        if (execution.Samples.Of(execution.Entry, execution.Work) is not { } sample)
            return ExecutionResponse.WithEcho(execution);

        // The server passes only its own members of an envelope on.
        if (sample.IsEnvelope && execution.LogId is not null)
            return ExecutionResponse.WithEnvelope(execution, sample.Value.GetProperty("data"));

        // The contract requires a result to be an object; another payload is one inside the envelope.
        var isWrapped = execution.Rules.WrapsResults || sample.Value.ValueKind != JsonValueKind.Object;
        return isWrapped && !sample.IsEnvelope
            ? ExecutionResponse.WithEnvelope(execution, sample.Value)
            : ExecutionResponse.WithResult(execution, sample.Value);
    }
}
