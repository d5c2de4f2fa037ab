namespace Recoup.Emulator.Core.Outcomes;

/// <summary>The result of an execution that no test has scripted: a sample of its schema, else an echo of slug and parameters.</summary>
internal sealed class DefaultResult : Outcome
{
    public override string Name => "default result";

    public override ApiAnswer Answer(OutcomeContext context)
    {
        if (context.Api.DefaultResults.Of(context.Entry) is not { } sample)
            return ExecutionAnswer.WithEcho(context);
        return context.Rules.WrapsResults && !sample.IsEnvelope
            ? ExecutionAnswer.WithEnvelope(context, sample.Value)
            : ExecutionAnswer.WithResult(context, sample.Value);
    }
}
