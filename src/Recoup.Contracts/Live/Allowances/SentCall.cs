namespace Recoup.Contracts.Live.Allowances;

/// <summary>A request that could execute an action, and was sent.</summary>
/// <param name="Probe">The probe's id.</param>
/// <param name="Slug">The action.</param>
/// <param name="Parameters">The parameters, as JSON.</param>
/// <param name="Status">What it was answered.</param>
internal sealed record SentCall(string Probe, string Slug, string Parameters, int Status);
