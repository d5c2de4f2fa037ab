using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Recoup.Recordings;

/// <summary>
/// Creates what takes the place of sensitive values. A stand-in has the type, the format and, where it can, the length of its value. It
/// comes from a keyed hash of the value, so it is the same wherever the value occurs, and tells nothing about the value without the key.
/// </summary>
internal sealed class StandIns(byte[] key)
{
    private const string Host = "example.com";
    private const int AccountDigits = 16;
    private const int NameDigits = 10;
    private const int Remembered = 1000;

    // The same addresses come with many calls.
    private readonly Dictionary<string, string> _emails = [];

    /// <summary>The hash of an account.</summary>
    public string Account(string account) => Hash("account " + account.ToLowerInvariant(), AccountDigits);

    public string Email(string value)
    {
        if (_emails.TryGetValue(value, out var known))
            return known;
        if (_emails.Count == Remembered)
            _emails.Clear();
        return _emails[value] = $"user-{Hash(value.ToLowerInvariant(), NameDigits)}@{Host}";
    }

    /// <summary>
    /// Replaces each digit by a digit, and each letter, and whatever else is neither punctuation nor white space, by a letter of ASCII.
    /// Hexadecimal digits stay hexadecimal.
    /// </summary>
    public string Characters(string value)
    {
        var isHex = value.All(character => !IsReplaced(character) || char.IsAsciiHexDigit(character));
        return Map(value, (character, random) => character switch
        {
            _ when char.IsDigit(character) => random.Digit(),
            >= 'A' and <= 'Z' => (char)('A' + random.Next(isHex ? 6 : 26)),
            _ when IsReplaced(character) => (char)('a' + random.Next(isHex ? 6 : 26)),
            _ => character,
        });
    }

    // Halves of surrogate pairs and combining marks are parts of letters.
    private static bool IsReplaced(char character) => char.IsAscii(character)
        ? char.IsAsciiLetterOrDigit(character)
        : !(char.IsPunctuation(character) || char.IsSeparator(character) || char.IsControl(character));

    /// <summary>A credential, whose characters may be escaped where it was found: only letters, digits, and what no escape needs.</summary>
    public string Credential(string value) => Map(value, static (character, random) => character switch
    {
        _ when char.IsDigit(character) => random.Digit(),
        >= 'A' and <= 'Z' => (char)('A' + random.Next(26)),
        '-' or '_' or '.' => character,
        _ => (char)('a' + random.Next(26)),
    });

    /// <summary>A phone number in the same notation.</summary>
    public string Phone(string value)
    {
        // The first digit tells the notation: a country code, or the zero of a national number.
        var isFirst = true;
        return Map(value, (character, random) =>
        {
            if (!char.IsAsciiDigit(character))
                return char.IsLetter(character) ? (char)('a' + random.Next(26)) : character;
            var kept = isFirst;
            isFirst = false;
            return kept ? character : random.Digit();
        }, () => isFirst = true);
    }

    /// <summary>The number of a card of the same issuer, with a valid checksum.</summary>
    public string Card(string value)
    {
        var digits = 0;
        var card = Map(value, (character, random) =>
            !char.IsAsciiDigit(character) || ++digits <= 2 ? character : random.Digit(), () => digits = 0).ToCharArray();
        card[^1] = '0';
        card[^1] = (char)('0' + ((10 - Checksums.Luhn(card)) % 10));
        return new string(card);
    }

    /// <summary>The number of an account in the same country, with a valid checksum.</summary>
    public string Iban(string value)
    {
        var iban = (value[..2] + "00" + Characters(value[4..])).ToCharArray();
        var check = 98 - Checksums.IbanRemainder(iban);
        (iban[2], iban[3]) = ((char)('0' + (check / 10)), (char)('0' + (check % 10)));
        return new string(iban);
    }

    /// <summary>
    /// A number with as many digits before and after its point, and the same sign. It is an integer if the value is one, and its first
    /// digit is 1, or 2 in place of a lone 1, so it fits its type. Zeros at the end stay.
    /// </summary>
    public string Number(string value)
    {
        var mantissa = value.AsSpan().IndexOfAny('e', 'E') is >= 0 and var e ? value[..e] : value;
        var last = mantissa.AsSpan().LastIndexOfAnyInRange('1', '9');
        if (last < 0)
            return value;
        var first = mantissa.AsSpan().IndexOfAnyInRange('1', '9');
        var (random, digits) = (new RandomCharacters(key, value, 0), mantissa.ToCharArray());
        for (var i = first; i <= last; i++)
        {
            if (char.IsAsciiDigit(digits[i]))
                digits[i] = i == last ? (char)('1' + random.Next(9)) : random.Digit();
        }

        if (first != last)
            digits[first] = '1';
        else if (digits[first] >= mantissa[first])
            digits[first] = mantissa[first] == '1' ? '2' : '1';
        var number = new string(digits);
        if (number == mantissa)
            digits[last] = mantissa[last] == '9' ? '1' : (char)(mantissa[last] + 1);
        return new string(digits) + value[mantissa.Length..];
    }

    /// <summary>Any text that is sensitive as a whole: its format stays.</summary>
    public string Text(string value) => ValueFormat.Of(value) switch
    {
        ValueFormat.Date or ValueFormat.DateTime => Date(value),
        ValueFormat.Email => Email(value),
        ValueFormat.Uri => $"{value[..value.IndexOf("://", StringComparison.Ordinal)]}://{Host}/{Hash(value, NameDigits)}",
        ValueFormat.Ip => Ip(value),
        _ => Characters(value),
    };

    private string Ip(string value)
    {
        var random = new RandomCharacters(key, value, 0);
        // The addresses of documentation: RFC 5737 and RFC 3849.
        return IPAddress.Parse(value).AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork
            ? string.Create(CultureInfo.InvariantCulture, $"192.0.2.{random.Next(256)}")
            : string.Create(CultureInfo.InvariantCulture, $"2001:db8::{random.Next(0x10000):x}:{random.Next(0x10000):x}");
    }

    private string Date(string value)
    {
        var random = new RandomCharacters(key, value, 0);
        var date = string.Create(
            CultureInfo.InvariantCulture, $"{1950 + random.Next(75)}-{1 + random.Next(12):00}-{1 + random.Next(28):00}");
        if (value.Length < "yyyy-MM-ddTHH:mm:ss".Length)
            return date + value[date.Length..];
        var time = string.Create(
            CultureInfo.InvariantCulture, $"{random.Next(24):00}:{random.Next(60):00}:{random.Next(60):00}");
        return date + value[date.Length] + time + value[(date.Length + 1 + time.Length)..];
    }

    private string Hash(string value, int digits) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(value)))[..digits];

    // A short value may by chance become itself. Then the next characters are taken.
    private string Map(string value, Func<char, RandomCharacters, char> map, Action? restart = null)
    {
        const int attempts = 16;
        for (var attempt = 0; ; attempt++)
        {
            restart?.Invoke();
            var random = new RandomCharacters(key, value, attempt);
            var mapped = string.Create(value.Length, (value, map, random), static (characters, state) =>
            {
                for (var i = 0; i < characters.Length; i++)
                    characters[i] = state.map(state.value[i], state.random);
            });
            if (mapped != value || attempt == attempts)
                return mapped;
        }
    }
}
