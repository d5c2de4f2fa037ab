using Agent.Guards;
using Microsoft.Extensions.AI;
using Recoup.AI;

namespace Agent;

/// <summary>What the model may do.</summary>
internal sealed record AgentPolicy
{
    /// <summary>Asks a person whether a call may be executed.</summary>
    public required Func<FunctionCallContent, bool> Approve { get; init; }

    /// <summary>
    /// The account for which the actions are executed, which calls need approval (by default, all that write), and the size of a result.
    /// </summary>
    public RecoupToolOptions Tools { get; init; } = new() { MaxResultBytes = 4_096 };

    /// <summary>Creates the guards of a run. They see each call in this order.</summary>
    public Func<IReadOnlyList<IGuard>> Guards { get; init; } = () => [new CheckedArguments(), new PostOnce(), new ConnectFirst()];
}
