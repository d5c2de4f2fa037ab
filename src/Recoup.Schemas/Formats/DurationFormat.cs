namespace Recoup.Schemas.Formats;

/// <summary>
/// <c>duration</c> of RFC 3339, appendix A: ISO 8601, with the units in order and without gaps. Weeks cannot be combined with other units.
/// </summary>
internal static class DurationFormat
{
    private const string DateUnits = "YMD";
    private const string TimeUnits = "HMS";

    public static bool IsMatch(string text)
    {
        if (text.Length < 3 || text[0] != 'P')
            return false;
        if (text[text.Length - 1] == 'W')
            return Digits.Skip(text, 1) == text.Length - 1;

        var at = 1;
        var time = text.IndexOf('T');
        if (!ReadUnits(text, ref at, time < 0 ? text.Length : time, DateUnits, out _))
            return false;
        if (time < 0)
            return true;
        at++;
        return ReadUnits(text, ref at, text.Length, TimeUnits, out var count) && count > 0;
    }

    private static bool ReadUnits(string text, ref int at, int end, string units, out int count)
    {
        count = 0;
        var last = -1;
        while (at < end)
        {
            var unit = Digits.Skip(text, at);
            if (unit == at || unit >= end)
                return false;
            var index = units.IndexOf(text[unit]);
            if (index < 0 || last >= 0 && index != last + 1)
                return false;
            last = index;
            at = unit + 1;
            count++;
        }

        return true;
    }
}
