namespace Recoup.Contracts;

/// <summary>A difference between two versions of a contract, or between a live API and its contract.</summary>
public sealed record Finding
{
    /// <summary>The rule that the finding belongs to.</summary>
    public required Rule Rule { get; init; }

    /// <summary>The verdict on the change.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>How the part changed.</summary>
    public required Change Change { get; init; }

    /// <summary>The sentence that a person reads, without a period.</summary>
    public required string Message { get; init; }

    /// <summary>The direction of the values; null if the change is not about values.</summary>
    public Direction? Direction { get; init; }

    /// <summary>
    /// The slug of the action, or method and path of the operation; null if the finding is about the document as a whole.
    /// </summary>
    public string? Action { get; init; }

    /// <summary>The JSON pointer (RFC 6901) below the action or operation, or below the document if <see cref="Action"/> is null.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>The part in the earlier document, as short JSON; null if it is missing there.</summary>
    public string? Before { get; init; }

    /// <summary>The part in the later document, as short JSON; null if it is missing there.</summary>
    public string? After { get; init; }

    /// <summary>The location in the earlier document, or null.</summary>
    public Location? BeforeLocation { get; init; }

    /// <summary>The location in the later document, or null.</summary>
    public Location? AfterLocation { get; init; }

    /// <summary>The location to show: in the later document if there is one, otherwise in the earlier one.</summary>
    public Location? Location => AfterLocation ?? BeforeLocation;

    /// <summary>The counter-example of a breaking change of values.</summary>
    public Witness? Witness { get; init; }

    /// <summary>The reason for the verdict: how it was proved, or why it was not. Null if the message says it all.</summary>
    public string? Reason { get; init; }

    /// <summary>The effect on programs that call the generated C#; null for other levels.</summary>
    public SourceImpact? Source { get; init; }

    /// <summary>The actions that a change of the whole catalog affects, sorted; empty for a change of one action.</summary>
    public IReadOnlyList<string> Affected { get; init; } = [];

    /// <summary>
    /// The SHA-256 hash of the part before and after, as 64 hexadecimal digits. Key order and white space do not affect it. If an accepted
    /// finding changes again, its hash differs and it counts as a new finding.
    /// </summary>
    public string ContentHash { get; init; } = "";

    /// <summary>
    /// The findings that this one stands for, each with its own rule: for example, what a rename does to requests and to the generated C#.
    /// Empty if the finding stands only for itself.
    /// </summary>
    public IReadOnlyList<Finding> Parts { get; init; } = [];

    /// <summary>The paths of the values that the finding is about. They tell which findings are about the same change.</summary>
    internal IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The entry of the accept file that tolerates the finding, or null. An accepted finding does not count.</summary>
    public Acceptance? Acceptance { get; init; }
}
