using System.Globalization;
using System.Text;

namespace Recoup.Binding.Names;

/// <summary>A short hash of a text that is the same on every machine and in every run (FNV-1a, 32 bit).</summary>
internal static class StableHash
{
    public static string Of(string text) => Fnv(text).ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>The hash as a number whose bits are all equally likely (the last step of MurmurHash3).</summary>
    public static uint Number(string text)
    {
        var hash = Fnv(text);
        hash = unchecked((hash ^ (hash >> 16)) * 0x85ebca6bu);
        hash = unchecked((hash ^ (hash >> 13)) * 0xc2b2ae35u);
        return hash ^ (hash >> 16);
    }

    private static uint Fnv(string text)
    {
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(text))
            hash = unchecked((hash ^ b) * 16777619u);
        return hash;
    }
}
