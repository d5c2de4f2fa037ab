#if NET
using System.Runtime.InteropServices;
#endif

namespace Recoup.Schemas.Platform;

/// <summary>The runtime's own hash of texts, which is seeded by the process where the runtime does so (all but .NET Framework).</summary>
internal static class TextHash
{
    public static int Of(ReadOnlySpan<byte> text)
    {
#if NET
        // Two bytes at a time read as characters; an odd last byte goes in by itself.
        var hash = string.GetHashCode(MemoryMarshal.Cast<byte, char>(text));
        return (text.Length & 1) == 0 ? hash : HashCode.Combine(hash, text[text.Length - 1]);
#else
        var characters = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
            characters[i] = (char)text[i];
        return new string(characters).GetHashCode();
#endif
    }
}
