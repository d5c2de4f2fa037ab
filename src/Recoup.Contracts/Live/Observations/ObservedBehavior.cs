namespace Recoup.Contracts.Live.Observations;

/// <summary>Which behavior an answer shows.</summary>
internal enum ObservedBehavior
{
    /// <summary>That of the contract.</summary>
    Documented,

    /// <summary>The known divergence.</summary>
    Deployed,

    /// <summary>Neither.</summary>
    Other,
}
