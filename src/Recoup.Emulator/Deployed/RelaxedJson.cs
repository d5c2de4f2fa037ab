using System.Text.Encodings.Web;
using System.Text.Json;

namespace Recoup.Emulator.Deployed;

/// <summary>JSON as JavaScript's JSON.stringify writes it: only what JSON demands is escaped.</summary>
internal static class RelaxedJson
{
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
