using System.Text.Json;

namespace Recoup.Emulator.Core.Outcomes;

/// <summary>The member <c>result</c> exactly as given.</summary>
internal sealed class ReturnsRaw(Func<JsonElement, JsonElement> result) : Outcome
{
    public override string Name => "returns raw";

    public override ApiAnswer Answer(OutcomeContext context) => ExecutionAnswer.WithResult(context, result(context.Parameters));
}
