using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace Recoup.Recordings;

/// <summary>
/// Finds texts that are encoded in Base64, or in its alphabet for URLs (RFC 4648), and contain something sensitive: the body of a mail
/// message, for example. They may be broken into lines. The bytes of files are no texts and stay as they are.
/// </summary>
internal static class Base64Text
{
    // A shorter one is an id. The first bytes of most ids and hashes show that they encode no text.
    public const int Shortest = 20;

    private const int FirstLook = 64;

    private static readonly SearchValues<char> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_=\r\n");

    private static readonly SearchValues<byte> NotInTexts = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(code => (byte)code).Where(control => control is not ((byte)'\t' or (byte)'\r' or (byte)'\n'))]);

    /// <summary>Whether a character may be part of an encoded text.</summary>
    public static bool Has(char character) => Alphabet.Contains(character);

    /// <summary>The encoded texts in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="find">Finds what is sensitive in an encoded text.</param>
    public static IEnumerable<SensitiveSpan> Find(string text, Func<string, IReadOnlyList<SensitiveSpan>> find)
    {
        for (var (at, end) = Next(text, 0); at >= 0; (at, end) = Next(text, end))
        {
            if (At(text, at, end, find) is { } whole)
            {
                yield return whole;
                continue;
            }

            // What is encoded may be a part of the run: a line, or what follows "state=" or a slash.
            for (var (part, next) = (at, 0); part < end; part = next)
            {
                next = NextPart(text, part, end);
                if (next - part < end - at && At(text, part, next, find) is { } encoded)
                    yield return encoded;
            }
        }
    }

    private static int NextPart(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var isPadding = text[i] == '=' && (i + 1 == end || text[i + 1] is '=' or '\r' or '\n');
            if (text[i] is '\r' or '\n' or '/' || (text[i] == '=' && !isPadding && i - start < Shortest))
                return i + 1;
        }

        return end;
    }

    /// <summary>Whether a text has so many characters of the alphabet in a row that something may be encoded in it.</summary>
    public static bool MayBeIn(string text) => Next(text, 0).Start >= 0;

    private static (int Start, int End) Next(string text, int from)
    {
        while (text.AsSpan(from).IndexOfAny(Alphabet) is >= 0 and var skipped)
        {
            var start = from + skipped;
            var length = text.AsSpan(start).IndexOfAnyExcept(Alphabet);
            from = length < 0 ? text.Length : start + length;
            if (from - start >= Shortest)
                return (start, from);
        }

        return (-1, text.Length);
    }

    private static SensitiveSpan? At(string text, int start, int end, Func<string, IReadOnlyList<SensitiveSpan>> find)
    {
        var given = text.AsSpan(start, end - start);
        start += given.Length - given.TrimStart("\r\n").Length;
        given = given.Trim("\r\n");
        if (given.Length < Shortest || Decode(given[..Math.Min(given.Length, FirstLook)], isWhole: given.Length <= FirstLook) is null
            || Decode(given, isWhole: true) is not { } decoded || find(decoded) is not { Count: > 0 } spans)
        {
            return null;
        }

        return new SensitiveSpan(start, given.Length, spans[0].Kind, (standIns, encoded) => EncodeLike(
            encoded, SensitiveText.Replace(decoded, spans, (span, value) => span.StandIn(standIns, value))));
    }

    /// <summary>Encodes a text as another one is encoded: in its alphabet, and with padding if that has it.</summary>
    private static string EncodeLike(string encoded, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var given = encoded.AsSpan();
        var isPadded = given[^1] == '=' || (given.Length - given.Count('\r') - given.Count('\n')) % 4 == 0;
        var all = Convert.ToBase64String(bytes);
        if (!isPadded || given.ContainsAny('-', '_'))
            all = all.Replace('+', '-').Replace('/', '_');
        return isPadded ? all : all.TrimEnd('=');
    }

    private static string? Decode(ReadOnlySpan<char> text, bool isWhole)
    {
        var characters = new char[text.Length];
        var length = 0;
        foreach (var character in text)
        {
            if (character is not ('\r' or '\n' or '='))
                characters[length++] = character switch { '+' => '-', '/' => '_', _ => character };
        }

        // A part ends with a whole group, and maybe within a character.
        if (!isWhole)
            length -= length % 4;
        var bytes = new byte[Base64Url.GetMaxDecodedLength(length)];
        if (Base64Url.DecodeFromChars(characters.AsSpan(0, length), bytes, out _, out var written) != OperationStatus.Done)
            return null;
        var utf8 = bytes.AsSpan(0, written);
        if (!isWhole)
            utf8 = utf8[..^Cut(utf8)];
        return Utf8.IsValid(utf8) && !utf8.ContainsAny(NotInTexts) ? Encoding.UTF8.GetString(utf8) : null;
    }

    /// <summary>The number of bytes at the end that are the beginning of a character.</summary>
    private static int Cut(ReadOnlySpan<byte> utf8)
    {
        for (var i = 1; i <= Math.Min(3, utf8.Length); i++)
        {
            if (utf8[^i] is < 0x80 or >= 0xC0)
                return Rune.DecodeFromUtf8(utf8[^i..], out _, out _) == OperationStatus.NeedMoreData ? i : 0;
        }

        return 0;
    }
}
