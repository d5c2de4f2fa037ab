namespace Recoup.Schemas.Formats;

/// <summary><c>Mailbox</c> of RFC 5321, section 4.1.2.</summary>
internal static class EmailFormat
{
    public static bool IsMatch(string text) => Mailbox.IsMatch(text, international: false);
}
