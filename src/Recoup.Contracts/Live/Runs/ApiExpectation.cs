namespace Recoup.Contracts.Live;

/// <summary>What a live API is held against.</summary>
public enum ApiExpectation
{
    /// <summary>The contract with its known divergences: a new one, or one that has gone, is a finding.</summary>
    Deployed,

    /// <summary>The contract alone: every divergence that can be seen is a finding.</summary>
    Documented,
}
