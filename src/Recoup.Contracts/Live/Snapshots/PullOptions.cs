namespace Recoup.Contracts.Live;

/// <summary>How a live catalog is stored.</summary>
public sealed class PullOptions
{
    /// <summary>The account whose catalog it is, or null for the key's own.</summary>
    public Guid? Account { get; init; }

    /// <summary>Whether a catalog that is empty or has lost most of its actions is stored all the same. Default: false.</summary>
    public bool TrustMissing { get; init; }

    /// <summary>The clock that dates the origin. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
