using System.Globalization;

namespace Recoup.Emulator.Deployed.WebAddresses;

/// <summary>Which texts are addresses of IP version 6 (WHATWG URL Standard, section 3.5). Zones are not part of a URL.</summary>
internal static class Ipv6
{
    private const int Pieces = 8;

    public static bool IsValid(ReadOnlySpan<char> text)
    {
        var (piece, compress, at) = (0, -1, 0);
        if (text.StartsWith(":"))
        {
            if (!text.StartsWith("::"))
                return false;
            (at, piece, compress) = (2, 1, 1);
        }

        while (at < text.Length)
        {
            if (piece == Pieces)
                return false;
            if (text[at] == ':')
            {
                if (compress >= 0)
                    return false;
                at++;
                compress = ++piece;
                continue;
            }

            var length = 0;
            while (length < 4 && at + length < text.Length && char.IsAsciiHexDigit(text[at + length]))
                length++;
            if (at + length < text.Length && text[at + length] == '.')
                return length > 0 && piece <= Pieces - 2 && IsDotted(text[at..]) && IsComplete(piece + 2, compress);
            at += length;
            piece++;
            if (at < text.Length && (text[at] != ':' || ++at == text.Length))
                return false;
        }

        return IsComplete(piece, compress);
    }

    private static bool IsComplete(int piece, int compress) => compress >= 0 ? piece <= Pieces : piece == Pieces;

    /// <summary>The last 32 bits in the notation of version 4: four decimal numbers without zeros before them.</summary>
    private static bool IsDotted(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var range in text.Split('.'))
        {
            var number = text[range];
            if (++count > 4 || number.Length is 0 or > 3 || number.ContainsAnyExceptInRange('0', '9')
                || (number.Length > 1 && number[0] == '0')
                || int.Parse(number, CultureInfo.InvariantCulture) > byte.MaxValue)
            {
                return false;
            }
        }

        return count == 4;
    }
}
