namespace Recoup.Schemas.Formats;

/// <summary><c>date-time</c> of RFC 3339, section 5.6.</summary>
internal static class DateTimeFormat
{
    public static bool IsMatch(string text) =>
        text.Length > 11 && text[10] is ('T' or 't') && DateFormat.IsMatch(text.Substring(0, 10)) && TimeFormat.IsMatch(text.Substring(11));
}
