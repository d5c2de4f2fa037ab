using System.Security.Cryptography;
using System.Text;

namespace Recoup.AI.Dialects;

/// <summary>Names that a provider accepts. A name that is changed ends with a hash of the original, so that no two become equal.</summary>
internal static class ToolNames
{
    private const int HashLength = 8;

    public static string Fit(string name, NameLimit limit)
    {
        if (limit.Accepts(name))
            return name;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..HashLength];
        var text = new StringBuilder(limit.MaxLength);
        if (limit.StartsWithLetter && (name.Length == 0 || !NameLimit.IsStart(name[0])))
            text.Append('_');
        foreach (var character in name.AsSpan(0, Math.Min(name.Length, limit.MaxLength)))
            text.Append(limit.Accepts(character) ? character : '_');
        text.Length = Math.Min(text.Length, limit.MaxLength - HashLength - 1);
        return text.Append('_').Append(hash).ToString();
    }
}
