namespace Recoup.Contracts.Live.Allowances;

/// <summary>A sent request that could have executed an action.</summary>
/// <param name="Probe">The id of the probe.</param>
/// <param name="Slug">The action.</param>
/// <param name="Parameters">The parameters, as JSON.</param>
/// <param name="Status">The status of the response.</param>
internal sealed record SentCall(string Probe, string Slug, string Parameters, int Status);
