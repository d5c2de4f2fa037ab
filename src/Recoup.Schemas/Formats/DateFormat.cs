namespace Recoup.Schemas.Formats;

/// <summary><c>full-date</c> of RFC 3339, section 5.6.</summary>
internal static class DateFormat
{
    public static bool IsMatch(string text)
    {
        if (text.Length != 10 || text[4] != '-' || text[7] != '-'
            || !Digits.TryRead(text, 0, 4, out var year)
                || !Digits.TryRead(text, 5, 2, out var month)
                || !Digits.TryRead(text, 8, 2, out var day))
            return false;
        return month is >= 1 and <= 12 && day >= 1 && day <= LastDay(year, month);
    }

    // DateTime has no year 0, which is a leap year here.
    private static int LastDay(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };
}
