namespace Recoup.Contracts.Documents.Source;

/// <summary>A place in both documents.</summary>
/// <param name="Pointer">The pointer that findings give.</param>
/// <param name="Before">Where it stands in the old document, or null.</param>
/// <param name="After">Where it stands in the new document, or null.</param>
internal sealed record SourcePlace(string Pointer, Location? Before, Location? After);
