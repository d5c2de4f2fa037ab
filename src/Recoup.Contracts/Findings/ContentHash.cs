using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Json;

namespace Recoup.Contracts.Findings;

/// <summary>The hash that identifies the content of a finding.</summary>
internal static class ContentHash
{
    public static string Of(PositionedElement before, PositionedElement after) => Of(Text(before), Text(after));

    // The length in front of each part keeps different lists of parts apart.
    public static string Of(params IEnumerable<string?> parts)
    {
        var text = string.Concat(parts.Select(part => FormattableString.Invariant($"{part?.Length ?? -1}:{part}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static string? Text(PositionedElement element) =>
        element.ValueKind == JsonValueKind.Undefined ? null : CanonicalJson.Of(element.ToJsonElement());
}
