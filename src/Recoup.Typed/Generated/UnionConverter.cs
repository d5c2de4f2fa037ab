using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recoup.Typed.Generated;

/// <summary>Writes a union as a call does, and reads any JSON: the catalog alone does not tell which shape it has.</summary>
internal sealed class UnionConverter<T> : JsonConverter<T>
    where T : struct, IUnion<T>
{
    // A union that holds null is not a union that holds nothing.
    public override bool HandleNull => true;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.Of(UnionValue.Of(JsonElement.ParseValue(ref reader)));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        using var json = CallWriter.ToDocument(value.Value, typeof(T).Name, static (call, value) => value.WriteTo(call, typeof(T).Name));
        json.WriteTo(writer);
    }
}
