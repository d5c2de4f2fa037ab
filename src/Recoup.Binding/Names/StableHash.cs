using System.Globalization;
using System.Text;

namespace Recoup.Binding.Names;

/// <summary>A short hash of a text that is the same on every machine and in every run (FNV-1a, 32 bit).</summary>
internal static class StableHash
{
    public static string Of(string text)
    {
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(text))
            hash = unchecked((hash ^ b) * 16777619u);
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
