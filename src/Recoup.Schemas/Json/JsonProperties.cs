using System.Text.Json;
using Recoup.Schemas.Platform;

namespace Recoup.Schemas.Json;

/// <summary>
/// Finds properties as <see cref="JsonElement.TryGetProperty(string, out JsonElement)"/> does, but does not throw if another name holds a
/// lone surrogate.
/// </summary>
internal static class JsonProperties
{
    /// <summary>The last property of that name.</summary>
    public static bool TryGet(JsonElement element, ReadOnlySpan<byte> name, out JsonElement value)
    {
        var found = false;
        value = default;
        foreach (var property in element.EnumerateObject())
        {
            if (!IsNamed(property, name))
                continue;
            value = property.Value;
            found = true;
        }

        return found;
    }

    private static bool IsNamed(JsonProperty property, ReadOnlySpan<byte> name)
    {
        var raw = Utf8Json.RawName(property);
        if (raw.IndexOf((byte)'\\') < 0)
            return raw.SequenceEqual(name);
        var unescaped = new byte[raw.Length];
        return unescaped.AsSpan(0, JsonEscapes.Decode(raw, unescaped)).SequenceEqual(name);
    }
}
