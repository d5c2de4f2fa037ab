namespace Recoup.Schemas.Formats;

/// <summary><c>full-time</c> of RFC 3339, section 5.6; a leap second is allowed only at the end of the day in UTC (section 5.7).</summary>
internal static class TimeFormat
{
    public static bool IsMatch(string text)
    {
        if (text.Length < 9 || text[2] != ':' || text[5] != ':'
            || !Digits.TryRead(text, 0, 2, out var hour)
                || !Digits.TryRead(text, 3, 2, out var minute)
                || !Digits.TryRead(text, 6, 2, out var second)
            || hour > 23 || minute > 59 || second > 60)
            return false;

        var at = 8;
        if (text[at] == '.')
        {
            at = Digits.Skip(text, at + 1);
            if (at == 9)
                return false;
        }

        return TryReadOffset(text, at, out var offset)
            && (second < 60 || ((hour * 60 + minute - offset) % 1440 + 1440) % 1440 == 1439);
    }

    private static bool TryReadOffset(string text, int at, out int minutes)
    {
        minutes = 0;
        if (at == text.Length - 1)
            return text[at] is 'Z' or 'z';
        if (at != text.Length - 6 || text[at] is not ('+' or '-') || text[at + 3] != ':'
            || !Digits.TryRead(text, at + 1, 2, out var hour)
                || !Digits.TryRead(text, at + 4, 2, out var minute)
                || hour > 23
                || minute > 59)
            return false;
        minutes = (hour * 60 + minute) * (text[at] == '-' ? -1 : 1);
        return true;
    }
}
