namespace Recoup.Schemas.Patterns;

/// <summary>Leaves the parser at the first error; never leaves this folder.</summary>
internal sealed class PatternException(int position, string message) : Exception($"{message} at character {position + 1}");
