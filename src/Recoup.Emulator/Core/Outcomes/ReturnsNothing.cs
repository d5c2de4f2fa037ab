namespace Recoup.Emulator.Core.Outcomes;

/// <summary>A 200 without the member <c>result</c>: what the deployed server makes of an action that returns nothing (D14).</summary>
internal sealed class ReturnsNothing : Outcome
{
    public override string Name => "returns nothing";

    public override ApiAnswer Answer(OutcomeContext context) => context.Rules.ResultMayBeMissing
        ? ExecutionAnswer.WithResult(context, null)
        : throw new RecoupEmulatorException(
            $"The stub for {context.Slug} returns nothing, but by the contract an execution has a result. Only the deployed server leaves it out: divergence D14.");
}
