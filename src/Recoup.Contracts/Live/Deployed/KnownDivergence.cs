namespace Recoup.Contracts.Live;

/// <summary>One way in which the deployed server is known to differ from the contract.</summary>
/// <param name="Id">Its stable id, D1 to D28.</param>
/// <param name="Documented">What the contract says.</param>
/// <param name="DeployedBehavior">What the deployed server does.</param>
public sealed record KnownDivergence(string Id, string Documented, string DeployedBehavior)
{
    /// <summary>The probes that can show it, P1 to P20; empty where none can.</summary>
    public IReadOnlyList<string> Probes { get; init; } = [];

    /// <summary>What has to be given before those probes send anything. Default: nothing.</summary>
    public ProbeRequirement Requires { get; init; }

    /// <summary>What an account must have for the probes to show it, or null: they show it always.</summary>
    public string? ShowsWhen { get; init; }

    /// <summary>Why no safe request can show it; null where one can.</summary>
    public string? WhyNotObservable { get; init; }
}
