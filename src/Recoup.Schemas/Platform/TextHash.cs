#if NET
using System.Runtime.InteropServices;
#endif

namespace Recoup.Schemas.Platform;

/// <summary>The runtime's own string hash, which has a random seed per process on every runtime but .NET Framework.</summary>
internal static class TextHash
{
    public static int Of(ReadOnlySpan<byte> text)
    {
#if NET
        // Each two bytes are read as one character. An odd last byte is added separately.
        var hash = string.GetHashCode(MemoryMarshal.Cast<byte, char>(text), StringComparison.Ordinal);
        return (text.Length & 1) == 0 ? hash : HashCode.Combine(hash, text[text.Length - 1]);
#else
        var characters = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
            characters[i] = (char)text[i];
        return StringComparer.Ordinal.GetHashCode(new string(characters));
#endif
    }
}
