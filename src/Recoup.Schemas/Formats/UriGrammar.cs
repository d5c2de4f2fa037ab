namespace Recoup.Schemas.Formats;

/// <summary>Checks the grammar of RFC 3986, appendix A, and of RFC 3987, which adds characters beyond ASCII.</summary>
internal static class UriGrammar
{
    private const string Unreserved = "-._~";
    private const string SubDelimiters = "!$&'()*+,;=";

    public static bool IsMatch(string text, bool needsScheme, bool international)
    {
        var scheme = SchemeLength(text);
        if (needsScheme && scheme < 0)
            return false;

        var rest = text.Substring(scheme + 1);
        var hash = rest.IndexOf('#');
        if (hash >= 0)
        {
            if (!HasOnly(rest, hash + 1, rest.Length, ":@/?", international))
                return false;
            rest = rest.Substring(0, hash);
        }

        var query = rest.IndexOf('?');
        if (query >= 0)
        {
            if (!HasOnly(rest, query + 1, rest.Length, ":@/?", international, isQuery: true))
                return false;
            rest = rest.Substring(0, query);
        }

        if (rest.StartsWith("//", StringComparison.Ordinal))
        {
            var path = rest.IndexOf('/', 2);
            path = path < 0 ? rest.Length : path;
            return IsAuthority(rest.Substring(2, path - 2), international) && HasOnly(rest, path, rest.Length, ":@/", international);
        }

        // Without a scheme, a colon in the first segment would look like one.
        var first = rest.IndexOf('/') is >= 0 and var slash ? slash : rest.Length;
        return (scheme >= 0 || rest.IndexOf(':', 0, first) < 0) && HasOnly(rest, 0, rest.Length, ":@/", international);
    }

    private static int SchemeLength(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == ':')
                return i > 0 ? i : -1;
            if (!(IsLetter(c) || i > 0 && (c is >= '0' and <= '9' or '+' or '-' or '.')))
                return -1;
        }

        return -1;
    }

    private static bool IsAuthority(string text, bool international)
    {
        var at = text.LastIndexOf('@');
        if (at >= 0 && !HasOnly(text, 0, at, ":", international))
            return false;

        var host = text.Substring(at + 1);
        var port = host.LastIndexOf(':');
        if (host.Length > 0 && host[0] == '[')
        {
            var close = host.IndexOf(']');
            return close > 0 && IsIpLiteral(host.Substring(1, close - 1))
                && (close == host.Length - 1 || host[close + 1] == ':' && Digits.Skip(host, close + 2) == host.Length);
        }

        if (port >= 0 && Digits.Skip(host, port + 1) != host.Length)
            return false;
        return HasOnly(host, 0, port >= 0 ? port : host.Length, "", international);
    }

    private static bool IsIpLiteral(string text)
    {
        if (text.Length == 0 || text[0] is not ('v' or 'V'))
            return Ipv6Format.IsMatch(text);
        var dot = text.IndexOf('.');
        return dot > 1 && dot < text.Length - 1 && text.Substring(1, dot - 1).All(Uri.IsHexDigit)
            && HasOnly(text, dot + 1, text.Length, ":", international: false) && !text.Contains('%');
    }

    private static bool HasOnly(string text, int start, int end, string also, bool international, bool isQuery = false)
    {
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (c == '%')
            {
                if (i + 2 >= end || !Uri.IsHexDigit(text[i + 1]) || !Uri.IsHexDigit(text[i + 2]))
                    return false;
                i += 2;
            }
            else if (c >= 0x80)
            {
                if (!international || !IsInternational(text, ref i, isQuery))
                    return false;
            }
            else if (!(IsLetter(c) || c is >= '0' and <= '9' || Unreserved.Contains(c) || SubDelimiters.Contains(c) || also.Contains(c)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Whether a character beyond ASCII is a ucschar or, if allowed, an iprivate. Moves to the last char of the code point.
    /// </summary>
    public static bool IsInternational(string text, ref int i, bool allowsPrivate)
    {
        if (char.IsSurrogate(text[i]))
        {
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            var point = char.ConvertToUtf32(text[i], text[++i]);
            return (point & 0xFFFF) < 0xFFFE && (point < 0xE0000 || point is >= 0xE1000 and < 0xF0000 || allowsPrivate && point >= 0xF0000);
        }

        return text[i] is >= (char)0xA0 and <= (char)0xD7FF or >= (char)0xF900 and <= (char)0xFDCF or >= (char)0xFDF0 and <= (char)0xFFEF
            || allowsPrivate && text[i] is >= (char)0xE000 and <= (char)0xF8FF;
    }

    private static bool IsLetter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z';
}
