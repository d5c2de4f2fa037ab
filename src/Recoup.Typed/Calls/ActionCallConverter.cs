using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recoup.Typed;

/// <summary>Converts calls whose results are read as one type.</summary>
/// <param name="read">Reads the result; null if only the call that was written knows how to read it.</param>
internal sealed class ActionCallConverter<T>(Func<ResultEnvelope, T>? read) : JsonConverter<ActionCall<T>>
{
    public override ActionCall<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (read is null)
        {
            throw new NotSupportedException(
                $"A call whose result is read as {typeof(T)} cannot be read from JSON: the function that reads the result is not part of "
                    + "it. Read it as ActionCall<JsonElement>.");
        }

        var json = JsonElement.ParseValue(ref reader);
        if (json.ValueKind != JsonValueKind.Object)
            throw new JsonException("expected a call, an object with the members slug and parameters, got another type");
        if (!json.TryGetProperty("slug"u8, out var slug) || slug.ValueKind != JsonValueKind.String)
            throw new JsonException("/slug: expected the slug of an action, a string");
        if (!json.TryGetProperty("parameters"u8, out var parameters) || parameters.ValueKind != JsonValueKind.Object)
            throw new JsonException("/parameters: expected the parameters of a call, an object");
        return new ActionCall<T>(slug.GetString()!, CallJson.Bytes(parameters), read);
    }

    public override void Write(Utf8JsonWriter writer, ActionCall<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("slug"u8, value.Slug);
        writer.WritePropertyName("parameters"u8);

        // Not the bytes as they are: the writer may escape more, or indent.
        using var parameters = value.ParseParameters();
        parameters.WriteTo(writer);
        writer.WriteEndObject();
    }
}
