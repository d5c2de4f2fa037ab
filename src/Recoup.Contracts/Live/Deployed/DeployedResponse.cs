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

    /// <summary>A further condition on the response, as part of a sentence, and what a response lacks of it; null if nothing.</summary>
    public (string Name, Func<LiveResponse, string?> Lacks)? Also { get; init; }

    public bool HasStatus(int status) => status == Status || status == Or;

    public bool Fits(LiveResponse response) => HasStatus(response.Status) && Lacks(response) is null;

    /// <summary>What a response with the expected status lacks, as part of a sentence; null if it lacks nothing.</summary>
    public string? Lacks(LiveResponse response) => HasStatus(response.Status) ? Also?.Lacks(response) : null;

    public string Describe() =>
        FormattableString.Invariant(
            $"{Status}{(Or is { } or ? FormattableString.Invariant($" or {or}") : "")}{(Also is { } also ? " " + also.Name : "")}");
}
