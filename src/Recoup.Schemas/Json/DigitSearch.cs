namespace Recoup.Schemas.Json;

/// <summary>Finds the first and the last significant digit of a number's text.</summary>
internal static class DigitSearch
{
    public static int IndexOfAnyExceptZeroOrPoint(this ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ((byte)'0' or (byte)'.'))
                return i;
        }

        return -1;
    }

    public static int LastIndexOfAnyExceptZeroOrPoint(this ReadOnlySpan<byte> text)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (text[i] is not ((byte)'0' or (byte)'.'))
                return i;
        }

        return -1;
    }
}
