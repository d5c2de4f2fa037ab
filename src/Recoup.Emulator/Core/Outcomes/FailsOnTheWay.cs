namespace Recoup.Emulator.Core.Outcomes;

/// <summary>The network fails. Only where the answer had begun to arrive has the action been executed.</summary>
internal sealed class FailsOnTheWay(TransportFault fault) : Outcome
{
    private readonly DefaultResult _result = new();

    public override string Name => $"fails: {fault}";

    public override bool Executes => fault is TransportFault.ResetMidBody or TransportFault.TruncatedBody;

    public override bool IsFault => true;

    public override ApiAnswer Answer(OutcomeContext context) => _result.Answer(context) with { Fault = fault };
}
