using Recoup.Schemas.Formats;

namespace Recoup.Schemas.Samples;

/// <summary>Texts of a format.</summary>
/// <param name="Meaning">The format in words.</param>
/// <param name="IsMatch">Whether a text has the format.</param>
/// <param name="Usual">The text that is used if it fits.</param>
/// <param name="Make">
/// A text for a variant, of a length; null if there is none. Different variants give different texts. A text that is not of the format is
/// not used.
/// </param>
internal sealed record FormatTexts(
    string Meaning, Func<string, bool> IsMatch, string Usual, Func<int, int, string?> Make)
{
    /// <summary>How many lengths are tried on each side. Every format has texts of lengths that are closer to each other.</summary>
    private const int MostLengths = 8;

    private static readonly Dictionary<string, FormatTexts> OfRows = FormatTable.All
        .Where(row => row.IsIn(SchemaDraft.Draft202012))
        .ToDictionary(row => row.Name, row => new FormatTexts(
            row.Meaning, row.IsMatch, row.Example, FormatMakers.Of(row.Name)), StringComparer.Ordinal);

    /// <summary>Text in Base64, as the format <c>byte</c> and <c>contentEncoding</c> have it.</summary>
    public static FormatTexts Base64 { get; } = new("a text in Base64", IsBase64, "YWxwaGE=", FormatMakers.Base64);

    public static FormatTexts Of(FormatRow row) => OfRows[row.Name];

    /// <summary>A text of an allowed length; null if none was found.</summary>
    /// <param name="variant">The number of the text among those of the format.</param>
    /// <param name="least">The smallest length.</param>
    /// <param name="most">The largest length.</param>
    /// <param name="budget">Counts the characters of the texts that are tried.</param>
    public string? Find(int variant, int least, int most, SampleBudget budget)
    {
        if (variant == 0 && Usual.Length >= least && Usual.Length <= most)
            return Usual;
        foreach (var length in Lengths(least, most))
        {
            if (!budget.Take(1 + length / 8))
                return null;
            if (Make(variant, length) is { } text && text.Length == length && IsMatch(text))
                return text;
        }

        return null;
    }

    // The usual length or the bound next to it first, then longer texts, then shorter ones.
    private IEnumerable<int> Lengths(int least, int most)
    {
        var start = Math.Min(Math.Max(Usual.Length, least), most);
        for (var length = start; length <= most && length - start < MostLengths; length++)
            yield return length;
        for (var length = start - 1; length >= least && start - length < MostLengths; length--)
            yield return length;
    }

    private static bool IsBase64(string text)
    {
        try
        {
            Convert.FromBase64String(text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
