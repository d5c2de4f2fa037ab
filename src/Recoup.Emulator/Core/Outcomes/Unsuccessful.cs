namespace Recoup.Emulator.Core.Outcomes;

/// <summary>A 200 whose result says that the action failed.</summary>
internal sealed class Unsuccessful(string text) : Outcome
{
    public override string Name => "unsuccessful";

    public override bool IsFault => true;

    public override ApiAnswer Answer(OutcomeContext context) => ExecutionAnswer.WithEnvelope(context, null, text);
}
