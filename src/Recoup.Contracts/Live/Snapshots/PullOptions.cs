namespace Recoup.Contracts.Live;

/// <summary>Options of a pull.</summary>
public sealed class PullOptions
{
    /// <summary>The account whose catalog is fetched, or null for the account of the key.</summary>
    public Guid? Account { get; init; }

    /// <summary>Whether to store a catalog even if it is empty or has lost most of its actions. Default: false.</summary>
    public bool TrustMissing { get; init; }

    /// <summary>The clock for the time in the origin file. Default: the system clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
