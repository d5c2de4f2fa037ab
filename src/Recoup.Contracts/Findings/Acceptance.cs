namespace Recoup.Contracts;

/// <summary>An entry of an accept file: a finding that is known and tolerated for a while.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Action">The action or operation; null for a finding about the whole document.</param>
/// <param name="Pointer">The JSON pointer of the finding.</param>
/// <param name="ContentHash">The hash of the finding's content.</param>
/// <param name="Reason">Why it is tolerated.</param>
/// <param name="Expires">The last day on which it is.</param>
/// <param name="Location">Where the entry stands in its file.</param>
public sealed record Acceptance(
    string Rule, string? Action, string Pointer, string ContentHash, string Reason, DateOnly Expires, Location Location);
