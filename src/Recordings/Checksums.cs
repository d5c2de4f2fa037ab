namespace Recoup.Recordings;

/// <summary>The checksums of payment cards (Luhn) and of bank accounts (ISO 13616).</summary>
internal static class Checksums
{
    /// <summary>Whether the digits are the number of a card: they begin as those of an issuer do, and their checksum is right.</summary>
    public static bool IsCard(ReadOnlySpan<char> text) => Luhn(text) == 0 && text[0] switch
    {
        '4' or '5' or '6' => true,
        '3' => text[1] is '0' or '4' or '5' or '6' or '7' or '8',
        // Mastercard since 2017.
        _ => text[1] is >= '2' and <= '7',
    };

    /// <summary>The sum of Luhn's algorithm, modulo 10.</summary>
    public static int Luhn(ReadOnlySpan<char> text)
    {
        var (sum, isDoubled) = (0, false);
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (!char.IsAsciiDigit(text[i]))
                continue;
            var digit = text[i] - '0';
            if (isDoubled && (digit *= 2) > 9)
                digit -= 9;
            sum += digit;
            isDoubled = !isDoubled;
        }

        return sum % 10;
    }

    public static bool IsIban(ReadOnlySpan<char> text) => IbanRemainder(text) == 1;

    /// <summary>The remainder of an IBAN, whose first four characters count last, divided by 97.</summary>
    public static int IbanRemainder(ReadOnlySpan<char> text)
    {
        var remainder = 0;
        foreach (var character in text[4..])
            Add(character);
        foreach (var character in text[..4])
            Add(character);
        return remainder;

        void Add(char character)
        {
            if (char.IsAsciiDigit(character))
                remainder = ((remainder * 10) + (character - '0')) % 97;
            else if (char.IsAsciiLetterUpper(character))
                remainder = ((remainder * 100) + (character - 'A' + 10)) % 97;
        }
    }
}
