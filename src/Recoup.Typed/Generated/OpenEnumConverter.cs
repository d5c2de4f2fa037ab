using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recoup.Typed.Generated;

/// <summary>Reads and writes an open enum as a string, also as the key of a dictionary.</summary>
internal sealed class OpenEnumConverter<T> : JsonConverter<T>
    where T : struct, IOpenEnum<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? JsonText.Of(ref reader)
            : throw new JsonException($"expected a string for {typeof(T).Name}, got {JsonText.Describe(reader.TokenType)}");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(TextOf(value));

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonText.Of(ref reader);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(TextOf(value));

    private static string TextOf(T value)
    {
        var text = value.ToString()
            ?? throw new ArgumentException($"{typeof(T).Name}: expected a value, got a '{typeof(T).Name}' that holds none", nameof(value));
        return HalfPair.In(text) is { } rule ? throw new ArgumentException($"{typeof(T).Name}: {rule}", nameof(value)) : text;
    }
}
