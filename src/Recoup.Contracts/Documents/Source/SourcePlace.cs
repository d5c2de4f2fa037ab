namespace Recoup.Contracts.Documents.Source;

/// <summary>Locations in both documents.</summary>
/// <param name="Pointer">The pointer of the findings.</param>
/// <param name="Before">The location in the earlier document, or null.</param>
/// <param name="After">The location in the later document, or null.</param>
internal sealed record SourcePlace(string Pointer, Location? Before, Location? After)
{
    /// <summary>The paths of the values, as <see cref="Pairs.ValuePath"/> writes them.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}
