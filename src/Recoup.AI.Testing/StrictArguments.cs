using System.Buffers;
using System.Text.Json;

namespace Recoup.AI.Testing;

/// <summary>Writes the arguments of an action in the form of a strict tool, in which every property is required and may be null.</summary>
internal static class StrictArguments
{
    /// <summary>Adds null for every required property that is absent.</summary>
    public static JsonElement Complete(JsonElement arguments, JsonElement schema)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
            Write(writer, arguments, schema);
        var reader = new Utf8JsonReader(json.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, JsonElement schema)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(writer, value, Member(schema, "properties"), Member(schema, "required"));
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    Write(writer, item, Member(schema, "items"));
                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, JsonElement value, JsonElement properties, JsonElement required)
    {
        writer.WriteStartObject();
        foreach (var member in value.EnumerateObject())
        {
            writer.WritePropertyName(member.Name);
            Write(writer, member.Value, Member(properties, member.Name));
        }

        if (required.ValueKind == JsonValueKind.Array)
        {
            foreach (var name in required.EnumerateArray().Select(name => name.GetString()!))
            {
                if (!value.TryGetProperty(name, out _))
                    writer.WriteNull(name);
            }
        }

        writer.WriteEndObject();
    }

    // A schema of an object or null may have its object in a branch of anyOf.
    private static JsonElement Member(JsonElement schema, string name)
    {
        if (schema.ValueKind != JsonValueKind.Object)
            return default;
        if (schema.TryGetProperty(name, out var member))
            return member;
        return schema.TryGetProperty("anyOf", out var branches) && branches.ValueKind == JsonValueKind.Array
            ? branches.EnumerateArray().Select(branch => Member(branch, name))
                .FirstOrDefault(found => found.ValueKind != JsonValueKind.Undefined)
            : default;
    }
}
