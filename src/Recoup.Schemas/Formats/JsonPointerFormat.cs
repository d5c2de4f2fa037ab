namespace Recoup.Schemas.Formats;

/// <summary>A JSON Pointer: RFC 6901, section 3.</summary>
internal static class JsonPointerFormat
{
    public static bool IsMatch(string text) => text.Length == 0 || text[0] == '/' && HasOnlyKnownEscapes(text);

    private static bool HasOnlyKnownEscapes(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '~' && (i + 1 == text.Length || text[i + 1] is not ('0' or '1')))
                return false;
        }

        return true;
    }
}
