namespace Recoup.Contracts.Verification;

/// <summary>Something an answer shows about a row of the known divergences.</summary>
/// <param name="Row">The row's id, or null for what no row is about.</param>
/// <param name="State">What was seen.</param>
/// <param name="Probe">The probe and what was special about its request.</param>
/// <param name="Operation">Method and path.</param>
/// <param name="Evidence">What came, as part of a sentence.</param>
/// <param name="Expected">What the contract, or the known server, would have answered; for what is neither.</param>
internal sealed record Sighting(string? Row, SightedState State, string Probe, string Operation, string Evidence, string Expected = "");
