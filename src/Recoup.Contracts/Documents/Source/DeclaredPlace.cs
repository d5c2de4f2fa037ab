namespace Recoup.Contracts.Documents.Source;

/// <summary>A declared type, and the paths of the values that have this type.</summary>
internal sealed record DeclaredPlace(string Name, List<string> Values);
