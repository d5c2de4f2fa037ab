namespace Recoup.Contracts.Live.Observations;

/// <summary>What a response shows about a known divergence.</summary>
/// <param name="Row">The id of the divergence; null if the response is about none.</param>
/// <param name="Behavior">The behavior that the response shows.</param>
/// <param name="Step">The step of the probe that received the response.</param>
/// <param name="Operation">Method and path.</param>
/// <param name="Evidence">What the server returned, as part of a sentence.</param>
/// <param name="Expected">What the contract or the deployed server would return; used for <see cref="ObservedBehavior.Other"/>.</param>
internal sealed record Observation(
    string? Row, ObservedBehavior Behavior, ProbeStep Step, string Operation, string Evidence, string Expected = "")
{
    /// <summary>The status that was expected and the one that was returned; null if the response is not judged by its status.</summary>
    public (int Expected, int Returned)? Status { get; init; }
}
