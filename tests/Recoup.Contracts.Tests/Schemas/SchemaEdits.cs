namespace Recoup.Contracts.Tests.Schemas;

/// <summary>A schema and the edited schema.</summary>
/// <param name="Before">The schema.</param>
/// <param name="After">The schema with all edits.</param>
/// <param name="Alone">The schema with each edit alone.</param>
/// <param name="Compositions">
/// The schema with all edits inside the same outermost composition: a union, a negation, a condition with its consequences. A finding about
/// a composition compares it as a whole, so several edits inside can be one change of it.
/// </param>
internal sealed record SchemaEdits(string Before, string After, IReadOnlyList<string> Alone, IReadOnlyList<string> Compositions)
{
    /// <summary>What a finding may name as its edit.</summary>
    public IEnumerable<string> Named(Finding finding) => IsOfComposition(finding) ? Alone.Concat(Compositions) : Alone;

    // The types and values of the branches of a union are compared as one list. Then the finding has two places.
    private static bool IsOfComposition(Finding finding) => finding.Rule.Keyword switch
    {
        "anyOf" or "oneOf" or "allOf" or "not" or "if" => true,
        "type" or "enum" or "const" => finding.BeforeLocation?.Pointer != finding.AfterLocation?.Pointer,
        _ => false,
    };

    public override string ToString() => $"{Before}\n{After}\n{string.Join('\n', Alone)}";
}
