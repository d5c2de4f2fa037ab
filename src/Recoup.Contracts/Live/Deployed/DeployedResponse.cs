using Recoup.Contracts.Live.Api;

namespace Recoup.Contracts.Live.Deployed;

/// <summary>What the deployed server answers to a request of a probe.</summary>
/// <param name="Status">The status.</param>
/// <param name="Envelopes">The error bodies it may have; empty where the body is not looked at.</param>
internal sealed record DeployedResponse(int Status, IReadOnlyList<ErrorEnvelope> Envelopes)
{
    /// <summary>The divergence that the status is a sign of, where the contract gives another one.</summary>
    public string? Row { get; init; }

    /// <summary>A second status that it may have instead.</summary>
    public int? Or { get; init; }

    /// <summary>What must hold beside the status, and its name.</summary>
    public (string Name, Func<LiveResponse, bool> Holds)? Also { get; init; }

    public bool HasStatus(int status) => status == Status || status == Or;

    public bool Fits(LiveResponse response) => HasStatus(response.Status) && Also?.Holds(response) != false;

    public string Describe() => FormattableString.Invariant($"{Status}{(Or is { } or ? FormattableString.Invariant($" or {or}") : "")}{(Also is { } also ? " " + also.Name : "")}");
}
