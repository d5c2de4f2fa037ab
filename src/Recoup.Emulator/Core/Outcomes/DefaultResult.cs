namespace Recoup.Emulator.Core.Outcomes;

/// <summary>The result of an execution that no test has scripted.</summary>
internal sealed class DefaultResult : Outcome
{
    public override string Name => "default result";

    public override ApiAnswer Answer(OutcomeContext context)
    {
        var result = context.Api.DefaultResults.Of(context);
        return context.Rules.WrapsResults && !result.IsEnvelope
            ? ExecutionAnswer.WithEnvelope(context, result.Value)
            : ExecutionAnswer.WithResult(context, result.Value);
    }
}
