using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recoup.Typed;

/// <summary>Converts a staged file to its descriptor, or a file that the server fetches to its address, and back.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StagedFileJsonConverter : JsonConverter<StagedFile>
{
    /// <inheritdoc/>
    public override StagedFile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var json = JsonElement.ParseValue(ref reader);
        return json.ValueKind switch
        {
            JsonValueKind.String => StagedFile.FromAddress(json.GetString()!),
            JsonValueKind.Object => new StagedFile(Text(json, "name"), Text(json, "mimetype"), Text(json, "s3key")),
            _ => throw new JsonException("expected the descriptor of a staged file, an object, or the address of a file, a string"),
        };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, StagedFile value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        Write(writer, value);
    }

    internal static void Write(Utf8JsonWriter writer, StagedFile file)
    {
        if (HalfPair.In(file) is { } rule)
            throw new ArgumentException($"{nameof(StagedFile)}: {rule}", nameof(file));
        if (file.Address is { } address)
        {
            writer.WriteStringValue(address);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("name"u8, file.Name);
        writer.WriteString("mimetype"u8, file.MimeType);
        writer.WriteString("s3key"u8, file.S3Key);
        writer.WriteEndObject();
    }

    private static string Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()!
            : throw new JsonException($"/{name}: expected a string");
}
