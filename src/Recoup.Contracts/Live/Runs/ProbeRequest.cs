using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Observations;

namespace Recoup.Contracts.Live.Runs;

/// <summary>A request of a probe.</summary>
/// <param name="Case">Which of the requests it is.</param>
/// <param name="Name">What the request is about, in a few words; unique within its probe.</param>
/// <param name="Request">The request.</param>
/// <param name="Documented">The documented status, or null if the contract does not cover the request.</param>
internal sealed record ProbeRequest(ProbeCase Case, string Name, LiveRequest Request, int? Documented)
{
    /// <summary>The called action, if it may exist; otherwise null.</summary>
    public string? Slug { get; init; }
}
