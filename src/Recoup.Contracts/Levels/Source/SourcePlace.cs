namespace Recoup.Contracts.Levels.Source;

/// <summary>A place in both documents.</summary>
/// <param name="Pointer">The pointer that findings give.</param>
/// <param name="Old">Where it stands in the old document, or null.</param>
/// <param name="New">Where it stands in the new document, or null.</param>
internal sealed record SourcePlace(string Pointer, Location? Old, Location? New);
