using System.Text.Json;
using Recoup.Emulator.Core.Errors;

namespace Recoup.Emulator.Core.Outcomes;

/// <summary>The payload of the third-party service, computed from the parameters.</summary>
internal sealed class Returns(Func<JsonElement, JsonElement> payload) : Outcome
{
    public override string Name => "returns";

    public override ApiAnswer Answer(OutcomeContext context)
    {
        var result = payload(context.Parameters);
        if (context.Rules.WrapsResults)
            return ExecutionAnswer.WithEnvelope(context, result);
        return result.ValueKind == JsonValueKind.Object
            ? ExecutionAnswer.WithResult(context, result)
            : throw new RecoupEmulatorException(
                $"The stub for {context.Slug} returns {DocumentedErrors.Kind(result.ValueKind)}, but by the contract a result is an object. "
                + "Return an object, or break the contract on purpose with ReturnsRaw.");
    }
}
