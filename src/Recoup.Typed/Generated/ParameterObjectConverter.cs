using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recoup.Typed.Generated;

/// <summary>Writes an object as a call does, with the same checks, and reads it strictly.</summary>
internal sealed class ParameterObjectConverter<T> : JsonConverter<T>
    where T : class, IParameterObject<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return T.Read(ResponseElement.Strict(JsonElement.ParseValue(ref reader)));
        }
        catch (ResponseShapeException e)
        {
            // The serializer adds the path of the object itself.
            throw new JsonException($"{typeof(T).Name}: {e.Message}", e);
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        using var json = CallWriter.ToDocument(value, typeof(T).Name, static (call, value) => value.WriteTo(call));
        json.WriteTo(writer);
    }
}
