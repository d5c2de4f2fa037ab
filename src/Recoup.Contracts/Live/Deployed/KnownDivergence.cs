namespace Recoup.Contracts.Live;

/// <summary>A known difference between the deployed server and the contract.</summary>
/// <param name="Id">The stable id, D1 to D28.</param>
/// <param name="Documented">What the contract says.</param>
/// <param name="DeployedBehavior">What the deployed server does.</param>
public sealed record KnownDivergence(string Id, string Documented, string DeployedBehavior)
{
    /// <summary>The probes that can show the divergence, P1 to P20; empty if there are none.</summary>
    public IReadOnlyList<string> Probes { get; init; } = [];

    /// <summary>What the user must provide before these probes send anything. Default: nothing.</summary>
    public ProbeRequirement Requires { get; init; }

    /// <summary>The condition under which the probes show the divergence; null if they always do.</summary>
    public string? ShowsWhen { get; init; }

    /// <summary>Why no safe request can show the divergence; null if a request can.</summary>
    public string? WhyNotObservable { get; init; }
}
