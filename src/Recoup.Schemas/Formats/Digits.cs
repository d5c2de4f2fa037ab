namespace Recoup.Schemas.Formats;

/// <summary>Reads fixed numbers of ASCII digits.</summary>
internal static class Digits
{
    /// <summary>Reads the digits at a position. The text must be long enough.</summary>
    public static bool TryRead(string text, int start, int count, out int value)
    {
        value = 0;
        for (var i = start; i < start + count; i++)
        {
            if (text[i] is < '0' or > '9')
                return false;
            value = value * 10 + (text[i] - '0');
        }

        return true;
    }

    /// <summary>The position after the ASCII digits at a position.</summary>
    public static int Skip(string text, int start)
    {
        while (start < text.Length && text[start] is >= '0' and <= '9')
            start++;
        return start;
    }
}
