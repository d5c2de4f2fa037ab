namespace Recoup.Emulator.Core.Outcomes;

/// <summary>The action is executed, and its reply never arrives: the case in which a retry does harm.</summary>
internal sealed class LosesReply(TransportFault fault) : Outcome
{
    private readonly DefaultResult _result = new();

    public override string Name => $"executes, then loses the reply: {fault}";

    public override bool IsFault => true;

    public override ApiAnswer Answer(OutcomeContext context) => _result.Answer(context) with { Fault = fault };
}
