namespace Recoup.Schemas.Formats;

/// <summary>A UUID: RFC 4122, section 3, any version.</summary>
internal static class UuidFormat
{
    public static bool IsMatch(string text)
    {
        if (text.Length != 36)
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? text[i] != '-' : !Uri.IsHexDigit(text[i]))
                return false;
        }

        return true;
    }
}
