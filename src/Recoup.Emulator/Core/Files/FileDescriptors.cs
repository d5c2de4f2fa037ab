using System.Runtime.InteropServices;
using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Emulator.Core.Files;

/// <summary>Finds the descriptors of staged files in parameters: objects with exactly the strings name, mimetype and s3key.</summary>
internal static class FileDescriptors
{
    private const string KeyMember = "s3key";

    /// <summary>The pointer and the key of each descriptor. Few calls have one, so the raw text is searched first.</summary>
    public static IEnumerable<(string Pointer, string Key)> In(JsonElement json) =>
        JsonMarshal.GetRawUtf8Value(json).IndexOf("\"s3key\""u8) < 0 ? [] : Walk(json, "");

    public static bool IsAt(JsonElement json, string pointer) => In(json).Any(descriptor => descriptor.Pointer == pointer);

    private static IEnumerable<(string Pointer, string Key)> Walk(JsonElement json, string pointer) => json.ValueKind switch
    {
        JsonValueKind.Object when Key(json) is { } key => [(pointer, key)],
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Walk(member.Value, JsonPointer.Append(pointer, member.Name))),
        JsonValueKind.Array => json.EnumerateArray().SelectMany((item, index) => Walk(item, JsonPointer.Append(pointer, index))),
        _ => [],
    };

    private static string? Key(JsonElement json) =>
        json.GetPropertyCount() == 3 && IsText(json, "name") && IsText(json, "mimetype") && IsText(json, KeyMember)
            ? json.GetProperty(KeyMember).GetString()
            : null;

    private static bool IsText(JsonElement json, string name) =>
        json.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String;
}
