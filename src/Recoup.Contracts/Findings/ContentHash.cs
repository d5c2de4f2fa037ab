using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Json;

namespace Recoup.Contracts.Findings;

/// <summary>The hash that identifies the content of an accepted finding.</summary>
internal static class ContentHash
{
    public static string Of(PositionedElement before, PositionedElement after) => Of(Text(before), Text(after));

    public static string Of(string? before, string? after) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{before?.Length ?? -1}:{before}{after?.Length ?? -1}:{after}")));

    private static string? Text(PositionedElement element) =>
        element.ValueKind == JsonValueKind.Undefined ? null : CanonicalJson.Of(element.ToJsonElement());
}
