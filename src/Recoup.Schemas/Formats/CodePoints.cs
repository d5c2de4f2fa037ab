namespace Recoup.Schemas.Formats;

/// <summary>Reads strings as code points.</summary>
internal static class CodePoints
{
    /// <summary>Reads the code points. False if there is a lone surrogate.</summary>
    public static bool TryRead(string text, out List<int> points)
    {
        points = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                points.Add(text[i]);
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                points.Add(char.ConvertToUtf32(text[i], text[++i]));
            else
                return false;
        }

        return true;
    }
}
