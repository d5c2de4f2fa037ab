using System.Buffers;
using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Emulator.Core.Files;

/// <summary>
/// The places in parameters where an action takes a file. Schemas of providers mark them with <c>file_uploadable</c>.
/// </summary>
internal sealed class FilePositions
{
    private const string Mark = "file_uploadable";
    private const int MostSteps = 20_000;
    private const int DeepestStep = 500;
    private const int Deepest = 10_000;

    private static readonly string[] Branches = ["anyOf", "oneOf", "allOf"];

    private readonly JsonElement _schema;
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private int _steps;

    private FilePositions(JsonElement schema) => _schema = schema;

    /// <summary>Replaces the strings in such places.</summary>
    /// <param name="schema">The schema of the parameters.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="stage">Stages the file that a string names; null if it cannot be staged.</param>
    /// <returns>The parameters with descriptors; null if a file cannot be staged.</returns>
    public static JsonElement? Stage(JsonElement schema, JsonElement parameters, Func<string, EmulatedFile?> stage)
    {
        var positions = new FilePositions(schema);
        positions.Find(schema, parameters, "", 0);
        if (positions._texts.Count == 0)
            return parameters;
        var files = new Dictionary<string, EmulatedFile>(StringComparer.Ordinal);
        foreach (var (pointer, text) in positions._texts)
        {
            if (stage(text) is not { } file)
                return null;
            files[pointer] = file;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = Deepest, SkipValidation = true }))
            Write(writer, parameters, "", files);
        return JsonElement.Parse(buffer.WrittenSpan, new JsonDocumentOptions { MaxDepth = Deepest });
    }

    // A schema may refer to itself, also in several branches, so the steps and their depth are bounded.
    private void Find(JsonElement schema, JsonElement value, string pointer, int depth)
    {
        if (schema.ValueKind != JsonValueKind.Object || _texts.ContainsKey(pointer) || ++_steps > MostSteps || ++depth > DeepestStep)
            return;
        if (schema.TryGetProperty(Mark, out var mark) && mark.ValueKind == JsonValueKind.True)
        {
            if (value.ValueKind == JsonValueKind.String)
                _texts[pointer] = value.GetString()!;
            return;
        }

        if (schema.TryGetProperty("$ref", out var reference) && Resolve(reference) is { } target)
            Find(target, value, pointer, depth);
        foreach (var keyword in Branches)
        {
            if (!schema.TryGetProperty(keyword, out var branches) || branches.ValueKind != JsonValueKind.Array)
                continue;
            foreach (var branch in branches.EnumerateArray())
                Find(branch, value, pointer, depth);
        }

        if (value.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var properties)
            && properties.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in properties.EnumerateObject())
            {
                if (value.TryGetProperty(property.Name, out var member))
                    Find(property.Value, member, JsonPointer.Append(pointer, property.Name), depth);
            }
        }
        else if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
                Find(items, item, JsonPointer.Append(pointer, index++), depth);
        }
    }

    private JsonElement? Resolve(JsonElement reference)
    {
        if (reference.ValueKind != JsonValueKind.String || reference.GetString() is not { } text)
            return null;
        if (text == "#")
            return _schema;
        if (!text.StartsWith("#/", StringComparison.Ordinal))
            return null;
        var at = _schema;
        foreach (var step in text[2..].Split('/'))
        {
            var name = JsonPointer.Unescape(Uri.UnescapeDataString(step));
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
                return null;
        }

        return at;
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, string pointer, Dictionary<string, EmulatedFile> files)
    {
        if (files.TryGetValue(pointer, out var file))
        {
            writer.WriteStartObject();
            writer.WriteString("name", file.Name);
            writer.WriteString("mimetype", file.MimeType);
            writer.WriteString("s3key", file.S3Key);
            writer.WriteEndObject();
            return;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value, JsonPointer.Append(pointer, member.Name), files);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                var index = 0;
                foreach (var item in value.EnumerateArray())
                    Write(writer, item, JsonPointer.Append(pointer, index++), files);
                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
