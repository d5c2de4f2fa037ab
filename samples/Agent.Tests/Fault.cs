using Agent.Guards;
using Recoup.AI;

namespace Agent.Tests;

/// <summary>Ways in which an agent is built wrong. Each leaves out one part of its policy.</summary>
internal static class Fault
{
    public static Func<AgentPolicy, AgentPolicy> DoublePost { get; } = Without<PostOnce>();

    public static Func<AgentPolicy, AgentPolicy> WrongAccount { get; } =
        policy => policy with { Tools = policy.Tools with { Account = null } };

    public static Func<AgentPolicy, AgentPolicy> WriteWithoutApproval { get; } =
        policy => policy with { Tools = policy.Tools with { Approval = ToolApproval.Never } };

    public static Func<AgentPolicy, AgentPolicy> InventedParameter { get; } = Without<CheckedArguments>();

    public static Func<AgentPolicy, AgentPolicy> NotConnected { get; } = Without<ConnectFirst>();

    public static Func<AgentPolicy, AgentPolicy> TooLargeAResult { get; } =
        policy => policy with { Tools = policy.Tools with { MaxResultBytes = int.MaxValue } };

    private static Func<AgentPolicy, AgentPolicy> Without<TGuard>() =>
        policy => policy with { Guards = () => [.. policy.Guards().Where(guard => guard is not TGuard)] };
}
