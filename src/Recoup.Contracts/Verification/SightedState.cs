namespace Recoup.Contracts.Verification;

/// <summary>Which behavior an answer shows.</summary>
internal enum SightedState
{
    /// <summary>That of the contract.</summary>
    Documented,

    /// <summary>The known divergence.</summary>
    Deployed,

    /// <summary>Neither.</summary>
    Other,
}
