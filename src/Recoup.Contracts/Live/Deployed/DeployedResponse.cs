using Recoup.Contracts.Live.Api;

namespace Recoup.Contracts.Live.Deployed;

/// <summary>The response of the deployed server to a request of a probe.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Envelopes">The possible error bodies; empty if the body is not checked.</param>
internal sealed record DeployedResponse(int Status, IReadOnlyList<ErrorEnvelope> Envelopes)
{
    /// <summary>The divergence that the status shows; null if the contract documents the same status.</summary>
    public string? Row { get; init; }

    /// <summary>An alternative status.</summary>
    public int? Or { get; init; }

    /// <summary>A further condition on the response, and its name.</summary>
    public (string Name, Func<LiveResponse, bool> Holds)? Also { get; init; }

    public bool HasStatus(int status) => status == Status || status == Or;

    public bool Fits(LiveResponse response) => HasStatus(response.Status) && Also?.Holds(response) != false;

    public string Describe() =>
        FormattableString.Invariant(
            $"{Status}{(Or is { } or ? FormattableString.Invariant($" or {or}") : "")}{(Also is { } also ? " " + also.Name : "")}");
}
