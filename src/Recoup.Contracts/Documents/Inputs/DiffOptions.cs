namespace Recoup.Contracts;

/// <summary>How two documents are compared.</summary>
public sealed class DiffOptions
{
    /// <summary>Whether only what travels is compared, not the C# that is generated from it. Default: false.</summary>
    public bool WireOnly { get; init; }

    /// <summary>
    /// Whether the C# has views of results that a catalog describes, as it does unless the project sets RecoupResults to false. Default: true.
    /// </summary>
    public bool HasResultViews { get; init; } = true;

    /// <summary>
    /// Whether the new document comes from a live server, so that an empty or decimated catalog is suspect rather than a removal. Default:
    /// true; two snapshots that were taken on purpose, with different connections, may want false.
    /// </summary>
    public bool SuspectOutages { get; init; } = true;

    /// <summary>Findings that are tolerated for a while. Default: none.</summary>
    public AcceptFile Accepted { get; init; } = AcceptFile.Empty;

    /// <summary>Decides which day it is when acceptances expire. Default: the system's clock, in UTC.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Decides wherever the search for counter-examples has a choice; the same seed gives the same report. Default: 0.</summary>
    public int Seed { get; init; }
}
