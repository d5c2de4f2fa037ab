using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recoup.Typed.Generated;

/// <summary>Reads and writes the scalar that a union holds.</summary>
internal sealed class ScalarConverter<T> : JsonConverter<T>
    where T : struct, IScalarUnion<T>
{
    public override bool HandleNull => true;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var type = reader.TokenType;
        return ScalarText.TryRead(JsonElement.ParseValue(ref reader), T.Kinds, out var value)
            ? T.Of(value)
            : throw new JsonException(
                $"expected {ScalarText.Expected(T.Kinds)} for {typeof(T).Name}, got {JsonText.Describe(type)} that is not one");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (value.Value.IsNotFinite)
            throw new ArgumentException($"{typeof(T).Name}: expected a finite number, got {value}", nameof(value));
        if (HalfPair.In(value.Value.Text) is { } rule)
            throw new ArgumentException($"{typeof(T).Name}: {rule}", nameof(value));
        value.Value.WriteTo(writer);
    }
}
