namespace Recoup.Emulator.Core.Formats;

/// <summary>
/// JSON Schema's <c>format: uuid</c>: the text form of RFC 4122, any version and variant. <see cref="Guid.TryParse(string, out Guid)"/>
/// accepts more forms.
/// </summary>
internal static class UuidText
{
    public static bool IsUuid(string text)
    {
        if (text.Length != 36)
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (i is 8 or 13 or 18 or 23 ? text[i] != '-' : !char.IsAsciiHexDigit(text[i]))
                return false;
        }
        return true;
    }
}
