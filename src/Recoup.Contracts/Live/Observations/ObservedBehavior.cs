namespace Recoup.Contracts.Live.Observations;

/// <summary>The behavior that a response shows.</summary>
internal enum ObservedBehavior
{
    /// <summary>The behavior of the contract.</summary>
    Documented,

    /// <summary>The known divergence of the deployed server.</summary>
    Deployed,

    /// <summary>Neither.</summary>
    Other,
}
