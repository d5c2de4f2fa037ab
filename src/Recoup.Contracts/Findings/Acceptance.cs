namespace Recoup.Contracts;

/// <summary>An entry of an accept file: a known finding that is tolerated until a date.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Action">The action or operation; null for a finding about the whole document.</param>
/// <param name="Pointer">The JSON pointer of the finding.</param>
/// <param name="ContentHash">The hash of the finding's content.</param>
/// <param name="Reason">Why the finding is tolerated.</param>
/// <param name="Expires">The last day on which the finding is tolerated.</param>
/// <param name="Location">The location of the entry in its file.</param>
public sealed record Acceptance(
    string Rule, string? Action, string Pointer, string ContentHash, string Reason, DateOnly Expires, Location Location);
