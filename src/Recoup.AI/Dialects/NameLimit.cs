namespace Recoup.AI.Dialects;

/// <summary>Which names a provider accepts: ASCII letters, digits, <c>_</c> and some others, up to a length.</summary>
/// <param name="MaxLength">The largest length.</param>
/// <param name="Others">Further characters.</param>
/// <param name="StartsWithLetter">Whether the first character must be a letter or <c>_</c>.</param>
internal sealed record NameLimit(int MaxLength, string Others = "", bool StartsWithLetter = false)
{
    public bool Accepts(string name) =>
        name.Length > 0 && name.Length <= MaxLength && name.All(Accepts) && (!StartsWithLetter || IsStart(name[0]));

    public bool Accepts(char character) => char.IsAsciiLetterOrDigit(character) || character == '_' || Others.Contains(character);

    public static bool IsStart(char character) => char.IsAsciiLetter(character) || character == '_';
}
