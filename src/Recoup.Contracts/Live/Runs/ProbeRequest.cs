using Recoup.Contracts.Live.Api;
using Recoup.Contracts.Live.Observations;

namespace Recoup.Contracts.Live.Runs;

/// <summary>A request of a probe.</summary>
/// <param name="Case">Which of the requests it is.</param>
/// <param name="Name">What is special about it, in a few words; unique in its probe.</param>
/// <param name="Request">The request.</param>
/// <param name="Documented">The status the contract gives it, or null where the contract says nothing of such a request.</param>
internal sealed record ProbeRequest(ProbeCase Case, string Name, LiveRequest Request, int? Documented)
{
    /// <summary>The action it calls, where that may exist; null for all others.</summary>
    public string? Slug { get; init; }
}
