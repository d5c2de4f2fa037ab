namespace Recoup.Contracts;

/// <summary>Options of a comparison.</summary>
public sealed class DiffOptions
{
    /// <summary>Whether to compare only what goes over the wire and not the generated C#. Default: false.</summary>
    public bool WireOnly { get; init; }

    /// <summary>
    /// Whether the generated C# has views of the results that a catalog describes. It has them unless the project sets RecoupResults to
    /// false. Default: true.
    /// </summary>
    public bool HasResultViews { get; init; } = true;

    /// <summary>
    /// Whether the later catalog comes from a live server. If so, a catalog that is empty or has lost most of its actions is suspect and is
    /// not reported as removals. Default: true. Set it to false to compare two snapshots with intentionally different connections.
    /// </summary>
    public bool SuspectOutages { get; init; } = true;

    /// <summary>The findings that are tolerated until a date. Default: none.</summary>
    public AcceptFile Accepted { get; init; } = AcceptFile.Empty;

    /// <summary>The clock that decides whether an acceptance has expired. Default: the system clock, in UTC.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The seed of the search for counter-examples. The same seed gives the same report. Default: 0.</summary>
    public int Seed { get; init; }
}
