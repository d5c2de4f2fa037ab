namespace Recoup.Contracts;

/// <summary>Something about a contract that changed.</summary>
public sealed record Finding
{
    /// <summary>What kind of change it is.</summary>
    public required Rule Rule { get; init; }

    /// <summary>What the change means.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What was done.</summary>
    public required Change Change { get; init; }

    /// <summary>The sentence a person reads, without a full stop.</summary>
    public required string Message { get; init; }

    /// <summary>Which way the values go, or null where the change is not one of values.</summary>
    public Direction? Direction { get; init; }

    /// <summary>The slug of the action, or method and path of the operation; null where it is about the document as a whole.</summary>
    public string? Action { get; init; }

    /// <summary>The JSON pointer (RFC 6901) below the action or operation, or below the document where <see cref="Action"/> is null.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>The part as the old document has it, as short JSON; null where it has none.</summary>
    public string? Before { get; init; }

    /// <summary>The part as the new document has it, as short JSON; null where it has none.</summary>
    public string? After { get; init; }

    /// <summary>Where it stands in the old document, or null.</summary>
    public Location? BeforeLocation { get; init; }

    /// <summary>Where it stands in the new document, or null.</summary>
    public Location? AfterLocation { get; init; }

    /// <summary>The place to point a reader at: in the new document where there is one, else in the old.</summary>
    public Location? Location => AfterLocation ?? BeforeLocation;

    /// <summary>The counter-example of a breaking change of values.</summary>
    public Witness? Witness { get; init; }

    /// <summary>Why the verdict is what it is: how it was proved, or why it was not; may be null where the message says it all.</summary>
    public string? Reason { get; init; }

    /// <summary>What it does to programs that call the generated C#; null for other levels.</summary>
    public SourceImpact? Source { get; init; }

    /// <summary>The actions that one change of the whole catalog affects, sorted; empty for a change of one action.</summary>
    public IReadOnlyList<string> Affected { get; init; } = [];

    /// <summary>
    /// SHA-256 over what stood and stands there, in a spelling that key order and white space do not change: an accepted finding that
    /// changes again is a new one. 64 hexadecimal digits.
    /// </summary>
    public string ContentHash { get; init; } = "";

    /// <summary>Who accepted it, until when and why; null where nobody did. An accepted finding counts for nothing.</summary>
    public Acceptance? Acceptance { get; init; }
}
