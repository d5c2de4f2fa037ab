using System.Text.Encodings.Web;
using System.Text.Json;

namespace Recoup.Emulator.Deployed.Rendering;

/// <summary>Options that write JSON like JavaScript's JSON.stringify, which escapes only the characters that JSON requires.</summary>
internal static class RelaxedJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        // More than a catalog may have, because the server adds levels.
        MaxDepth = 1000,
    };
}
