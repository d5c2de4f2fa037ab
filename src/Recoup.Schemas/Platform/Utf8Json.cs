using System.Text.Json;
#if NET
using System.Runtime.InteropServices;
#else
using System.Text;
#endif

namespace Recoup.Schemas.Platform;

/// <summary>The UTF-8 text of elements: read in place on .NET 8 and later, copied on older runtimes.</summary>
internal static class Utf8Json
{
    /// <summary>The JSON text of a value. A string has its quotes and escapes.</summary>
    public static ReadOnlySpan<byte> RawValue(JsonElement element) =>
#if NET
        JsonMarshal.GetRawUtf8Value(element);
#else
        Encoding.UTF8.GetBytes(element.GetRawText());
#endif

    /// <summary>The length of a value in bytes, or 0 where it cannot be read in place. The undefined element has none.</summary>
    public static int Length(JsonElement element) =>
#if NET
        element.ValueKind == JsonValueKind.Undefined ? 0 : JsonMarshal.GetRawUtf8Value(element).Length;
#else
        element.ValueKind == JsonValueKind.Array ? element.GetArrayLength() : 0;
#endif

    /// <summary>The name of a property as written: without quotes, but with its escapes.</summary>
    public static ReadOnlySpan<byte> RawName(JsonProperty property)
    {
#if NET
        return JsonMarshal.GetRawUtf8PropertyName(property);
#else
        // ToString returns the property as written. JsonProperty.Name throws for a lone surrogate.
        var written = property.ToString().AsSpan(1);
        var end = 0;
        while (written[end] != '"')
            end += written[end] == '\\' ? 2 : 1;
        return Encoding.UTF8.GetBytes(written.Slice(0, end).ToString());
#endif
    }

    public static int PropertyCount(JsonElement instance)
    {
#if NET
        return instance.GetPropertyCount();
#else
        var count = 0;
        foreach (var _ in instance.EnumerateObject())
            count++;
        return count;
#endif
    }
}
