namespace Recoup.Schemas.Formats;

/// <summary>Checks e-mail addresses: a plain or quoted local part, and a domain or an address in brackets.</summary>
internal static class Mailbox
{
    private const string AtomPunctuation = "!#$%&'*+-/=?^_`{|}~";

    public static bool IsMatch(string text, bool international)
    {
        var at = text.LastIndexOf('@');
        return at > 0 && IsLocalPart(text.Substring(0, at), international) && IsDomain(text.Substring(at + 1), international);
    }

    private static bool IsLocalPart(string text, bool international) =>
        text[0] == '"'
            ? IsQuoted(text, international)
            : text.Split('.').All(atom => atom.Length > 0 && atom.All(c => IsAtomCharacter(c, international)));

    private static bool IsAtomCharacter(char c, bool international) =>
        c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' || AtomPunctuation.Contains(c) || international && c >= 0x80;

    private static bool IsQuoted(string text, bool international)
    {
        if (text.Length < 2 || text[text.Length - 1] != '"')
            return false;
        for (var i = 1; i < text.Length - 1; i++)
        {
            if (text[i] == '"' || text[i] == '\\' && ++i == text.Length - 1)
                return false;
            if (text[i] is < ' ' or '\x7F' || text[i] >= 0x80 && !international)
                return false;
        }

        return true;
    }

    private static bool IsDomain(string text, bool international)
    {
        if (text.Length > 2 && text[0] == '[' && text[text.Length - 1] == ']')
        {
            var literal = text.Substring(1, text.Length - 2);
            return literal.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase)
                ? Ipv6Format.IsMatch(literal.Substring(5))
                : Ipv4Format.IsMatch(literal);
        }

        return international ? IdnHostnameFormat.IsMatch(text) : HostnameFormat.IsMatch(text);
    }
}
