using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recoup.Typed.Generated;

/// <summary>Writes the element of a view, and reads any JSON as a view of its own copy. A view over nothing becomes null.</summary>
internal sealed class ViewConverter<T> : JsonConverter<T>
    where T : ResultView, IResultView<T>, new()
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ResultView.Of<T>(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (value.Json.ValueKind == JsonValueKind.Undefined)
            writer.WriteNullValue();
        else
            value.Json.WriteTo(writer);
    }
}
