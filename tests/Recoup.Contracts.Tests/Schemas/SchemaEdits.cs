namespace Recoup.Contracts.Tests.Schemas;

/// <summary>A schema and the edited schema.</summary>
/// <param name="Before">The schema.</param>
/// <param name="After">The schema with all edits.</param>
/// <param name="Alone">The schema with each edit alone.</param>
/// <param name="Unions">
/// The schema with all edits inside the same outermost union. A finding about a union compares its branches as a set, so several edits of
/// branches can be one change of the union.
/// </param>
internal sealed record SchemaEdits(string Before, string After, IReadOnlyList<string> Alone, IReadOnlyList<string> Unions)
{
    /// <summary>What a finding about a keyword may name as its edit.</summary>
    public IEnumerable<string> Named(string keyword) => keyword is "anyOf" or "oneOf" or "allOf" ? Alone.Concat(Unions) : Alone;

    public override string ToString() => $"{Before}\n{After}\n{string.Join('\n', Alone)}";
}
