namespace Recoup.Schemas.Formats;

/// <summary>A relative JSON Pointer: draft-bhutton-relative-json-pointer, section 3.</summary>
internal static class RelativeJsonPointerFormat
{
    public static bool IsMatch(string text)
    {
        var at = Digits.Skip(text, 0);
        if (at == 0 || at > 1 && text[0] == '0')
            return false;

        // +n or -n moves an index. n has no leading zeros.
        if (at < text.Length && text[at] is ('+' or '-'))
        {
            var start = at + 1;
            at = Digits.Skip(text, start);
            if (at == start || text[start] == '0')
                return false;
        }

        return text.Substring(at) is var rest && (rest == "#" || JsonPointerFormat.IsMatch(rest));
    }
}
