using System.Buffers;
using System.Text.Json;
using Recoup.Schemas.Platform;

namespace Recoup.Schemas.Json;

/// <summary>
/// Hashes that agree with <see cref="JsonEquality"/>. The hashes of strings and numbers have a random seed, so that collisions cannot be
/// prepared.
/// </summary>
internal static class JsonHash
{
    public static int Of(JsonElement value) => Of(value, 0);

    private static int Of(JsonElement value, int depth) => value.ValueKind switch
    {
        JsonValueKind.Object or JsonValueKind.Array when depth == JsonEquality.Deepest => 23,
        JsonValueKind.Object => OfObject(value, depth + 1),
        JsonValueKind.Array => OfArray(value, depth + 1),
        JsonValueKind.String => OfText(Utf8Json.RawValue(value)),
        JsonValueKind.Number => JsonNumber.Parse(value).Hash(),
        var literal => (int)literal,
    };

    private static int OfArray(JsonElement value, int depth)
    {
        var hash = 17;
        foreach (var item in value.EnumerateArray())
            hash = Mix(hash * 31 + Of(item, depth));
        return hash;
    }

    // Addition, because the order of properties does not matter.
    private static int OfObject(JsonElement value, int depth)
    {
        var hash = 19;
        foreach (var property in value.EnumerateObject())
            hash += Mix(OfText(Utf8Json.RawName(property)) * 31 + Of(property.Value, depth));
        return hash;
    }

    private static int OfText(ReadOnlySpan<byte> raw)
    {
        if (raw.Length >= 2 && raw[0] == '"')
            raw = raw.Slice(1, raw.Length - 2);
        if (raw.IndexOf((byte)'\\') < 0)
            return TextHash.Of(raw);

        var buffer = ArrayPool<byte>.Shared.Rent(raw.Length);
        var hash = TextHash.Of(buffer.AsSpan(0, JsonEscapes.Decode(raw, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
        return hash;
    }

    private static int Mix(int hash)
    {
        var mixed = unchecked((uint)hash * 0x85EBCA6B);
        return unchecked((int)(mixed ^ (mixed >> 15)));
    }
}
