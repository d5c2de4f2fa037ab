namespace Recoup.Schemas.Patterns;

/// <summary>Thrown by the parser at the first error, and always caught by its caller.</summary>
internal sealed class PatternException(int position, string message) : FormatException($"{message} at character {position + 1}");
