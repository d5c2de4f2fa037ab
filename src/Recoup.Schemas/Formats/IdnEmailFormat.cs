namespace Recoup.Schemas.Formats;

/// <summary><c>Mailbox</c> of RFC 6531, section 3.3: as RFC 5321, with characters beyond ASCII.</summary>
internal static class IdnEmailFormat
{
    public static bool IsMatch(string text) => Mailbox.IsMatch(text, international: true);
}
