using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Recoup.Catalogs;

namespace Recoup.Emulator.Deployed;

/// <summary>
/// D5: members <c>__proto__</c> of parameters that the server loses on their way to the provider. The check of the body loses that of the
/// parameters themselves. The provider's SDK copies each object that the action's schema describes with <c>properties</c>, member by
/// member, and in JavaScript, an assignment to <c>__proto__</c> adds no member. Every other value arrives as it was sent.
/// </summary>
internal sealed class PrototypeMembers
{
    private const string Name = "__proto__";
    private const int Deepest = 10_000;

    private readonly Utf8JsonWriter _writer;
    private bool _hasLost;

    private PrototypeMembers(Utf8JsonWriter writer) => _writer = writer;

    /// <summary>The parameters as the provider gets them.</summary>
    public static JsonElement Lose(CatalogAction action, JsonElement parameters)
    {
        var raw = JsonMarshal.GetRawUtf8Value(parameters);
        if (raw.IndexOf("proto__"u8) < 0 && raw.IndexOf("\\u"u8) < 0)
            return parameters;

        var buffer = new ArrayBufferWriter<byte>(raw.Length);
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = Deepest, SkipValidation = true });
        var copy = new PrototypeMembers(writer);
        // The SDK passes the parameters of meta-actions on.
        copy.WriteObject(parameters, action.ConnectorSlug == MetaConnector.Slug ? default : Member(action.Parameters, "properties"));
        writer.Flush();
        return copy._hasLost
            ? JsonElement.Parse(buffer.WrittenSpan, new JsonDocumentOptions { MaxDepth = Deepest })
            : parameters;
    }

    private void Write(JsonElement value, JsonElement schema)
    {
        var (type, properties, items) = (Member(schema, "type"), Member(schema, "properties"), Member(schema, "items"));
        if (Member(schema, "file_uploadable").ValueKind == JsonValueKind.True || type.ValueKind != JsonValueKind.String)
            value.WriteTo(_writer);
        else if (type.ValueEquals("object") && properties.ValueKind == JsonValueKind.Object && value.ValueKind == JsonValueKind.Object)
            WriteObject(value, properties);
        else if (type.ValueEquals("array") && value.ValueKind == JsonValueKind.Array)
            WriteArray(value, items.ValueKind == JsonValueKind.Array ? items.EnumerateArray().FirstOrDefault() : items);
        else
            value.WriteTo(_writer);
    }

    private void WriteObject(JsonElement value, JsonElement properties)
    {
        _writer.WriteStartObject();
        foreach (var member in value.EnumerateObject())
        {
            if (member.NameEquals(Name))
            {
                _hasLost = true;
                continue;
            }
            _writer.WritePropertyName(member.Name);
            Write(member.Value, Member(properties, member.Name));
        }
        _writer.WriteEndObject();
    }

    private void WriteArray(JsonElement value, JsonElement items)
    {
        _writer.WriteStartArray();
        foreach (var item in value.EnumerateArray())
            Write(item, items);
        _writer.WriteEndArray();
    }

    private static JsonElement Member(JsonElement schema, string name) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty(name, out var member) ? member : default;
}
