using System.Text.Encodings.Web;
using System.Text.Json;

namespace Recoup.Emulator.Deployed;

/// <summary>Options that write JSON like JavaScript's JSON.stringify, which escapes only the characters that JSON requires.</summary>
internal static class RelaxedJson
{
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
