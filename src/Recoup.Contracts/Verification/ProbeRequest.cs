namespace Recoup.Contracts.Verification;

/// <summary>A request of a probe.</summary>
/// <param name="Name">What is special about it, in a few words; unique in its probe.</param>
/// <param name="Request">The request.</param>
/// <param name="Documented">The status the contract gives it, or null where the contract says nothing of such a request.</param>
internal sealed record ProbeRequest(string Name, LiveRequest Request, int? Documented)
{
    /// <summary>The action it calls, where that may exist; null for all others.</summary>
    public string? Slug { get; init; }
}
