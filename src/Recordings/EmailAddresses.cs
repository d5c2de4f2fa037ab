namespace Recoup.Recordings;

/// <summary>
/// Finds e-mail addresses in texts, also with letters of any script, and with a quoted name. It goes out from each at sign, so its time is
/// linear.
/// </summary>
internal static class EmailAddresses
{
    private const int LongestName = 64;
    private const int LongestHost = 255;

    public static IEnumerable<SensitiveSpan> Find(string text)
    {
        for (int from = 0, at; (at = text.IndexOf('@', from)) >= 0;)
        {
            var start = NameStart(text, at, from);
            var end = HostEnd(text, at + 1);
            from = at + 1;
            if (start == at || end < 0)
                continue;
            yield return new SensitiveSpan(start, end - start, SensitiveKind.Email, static (standIns, value) => standIns.Email(value));
            from = end;
        }
    }

    private static int NameStart(string text, int at, int least)
    {
        least = Math.Max(least, at - LongestName);
        if (at - 1 > least && text[at - 1] == '"' && text.LastIndexOf('"', at - 2, at - 1 - least) is >= 0 and var quote)
            return quote;
        var start = at;
        while (start > least && IsOfName(text[start - 1]))
            start--;
        while (start < at && text[start] is '.' or '\'' or '/' or '=')
            start++;
        return start;
    }

    /// <summary>The end of a host with at least two labels; -1 if there is none.</summary>
    private static int HostEnd(string text, int start)
    {
        var most = Math.Min(text.Length, start + LongestHost);
        var (end, dot) = (start, -1);
        for (var i = start; i < most; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
                end = i + 1;
            else if (text[i] == '.' && i > start && i + 1 < most && char.IsLetterOrDigit(text[i + 1]) && text[i - 1] != '.')
                dot = i;
            else if (text[i] != '-' || i == start)
                break;
        }

        return dot >= 0 && dot < end ? end : -1;
    }

    private static bool IsOfName(char character) =>
        char.IsLetterOrDigit(character) || "!#$%&'*+-/=?^_`{|}~.".Contains(character, StringComparison.Ordinal);
}
