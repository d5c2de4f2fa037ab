namespace Recoup.Schemas.Formats;

/// <summary>An IPv6 address: RFC 4291, section 2.2, without zone.</summary>
internal static class Ipv6Format
{
    private const int Groups = 8;

    public static bool IsMatch(string text)
    {
        var gap = text.IndexOf("::", StringComparison.Ordinal);
        if (gap < 0)
            return Count(text, mayEndInIpv4: true) == Groups;

        // "::" is allowed once, and stands for at least one group.
        var before = text.Substring(0, gap);
        var after = text.Substring(gap + 2);
        var left = before.Length == 0 ? 0 : Count(before, mayEndInIpv4: false);
        var right = after.Length == 0 ? 0 : Count(after, mayEndInIpv4: true);
        return left >= 0 && right >= 0 && left + right < Groups;
    }

    private static int Count(string text, bool mayEndInIpv4)
    {
        var parts = text.Split(':');
        var count = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            if (mayEndInIpv4 && i == parts.Length - 1 && parts[i].Contains('.'))
            {
                if (!Ipv4Format.IsMatch(parts[i]))
                    return -1;
                count += 2;
            }
            else if (parts[i].Length is >= 1 and <= 4 && parts[i].All(Uri.IsHexDigit))
            {
                count++;
            }
            else
            {
                return -1;
            }
        }

        return count;
    }
}
