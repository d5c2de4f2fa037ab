namespace Recoup.Contracts.Live;

/// <summary>What a live API is checked against.</summary>
public enum ApiExpectation
{
    /// <summary>The contract with its known divergences. A new divergence, or one that is fixed, is a finding.</summary>
    Deployed,

    /// <summary>The contract alone. Every observable divergence is a finding.</summary>
    Documented,
}
