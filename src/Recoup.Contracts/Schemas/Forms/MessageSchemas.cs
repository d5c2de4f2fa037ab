using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Recoup.Binding.Types;
using Recoup.Catalogs.Json;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>
/// The schemas of a document as they apply to requests or to responses. A request does not contain a <c>readOnly</c> property and a
/// response does not contain a <c>writeOnly</c> one, even if the property is required (OpenAPI 3.0.3, section 4.7.24.2).
/// </summary>
internal sealed class MessageSchemas
{
    private static readonly ConditionalWeakTable<PositionedJson, Dictionary<MemberAccess, MessageSchemas>> Known = [];

    private readonly PositionedElement _root;
    private readonly MemberAccess _absent;
    private readonly Lazy<JsonElement> _document;

    private MessageSchemas(PositionedElement root, MemberAccess absent)
    {
        (_root, _absent) = (root, absent);
        _document = new Lazy<JsonElement>(() => Print(json => Write(json, root)));
    }

    /// <summary>
    /// The document, in which absent properties are not required and have no schema. It contains only a schema and what the schema refers
    /// to, each at its place, because a document has thousands of schemas. If identifiers take part, it contains everything.
    /// </summary>
    /// <param name="schema">The schema.</param>
    /// <param name="pointer">The pointer of the schema in the document.</param>
    public JsonElement DocumentOf(PositionedElement schema, string pointer) =>
        DocumentPart.Of(schema, pointer, _root) is { } part ? Print(json => Write(json, part)) : _document.Value;

    /// <summary>The cached schemas of a document.</summary>
    /// <param name="root">The document.</param>
    /// <param name="absent">The access of the properties that the messages do not contain.</param>
    public static MessageSchemas Of(PositionedElement root, MemberAccess absent)
    {
        var known = Known.GetOrCreateValue(root.Document);
        lock (known)
        {
            if (!known.TryGetValue(absent, out var schemas))
                known.Add(absent, schemas = new MessageSchemas(root, absent));
            return schemas;
        }
    }

    /// <summary>The names of the properties of a schema that the messages do not contain.</summary>
    public HashSet<string> AbsentIn(PositionedElement schema)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in schema["properties"].EnumerateObject())
        {
            if (AccessKeywords.Read(property.Value, _root) == _absent)
                names.Add(property.Name);
        }

        return names;
    }

    private static JsonElement Print(Action<Utf8JsonWriter> write)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text))
            write(json);
        using var document = JsonDocument.Parse(text.WrittenMemory, new JsonDocumentOptions { MaxDepth = PositionedJson.MaxDepth });
        return document.RootElement.Clone();
    }

    private void Write(Utf8JsonWriter json, DocumentPart part)
    {
        if (part.Whole is { } value)
        {
            Write(json, value);
            return;
        }

        json.WriteStartObject();
        foreach (var (name, inner) in part.Members)
        {
            json.WritePropertyName(name);
            Write(json, inner);
        }

        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, PositionedElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            json.WriteStartArray();
            foreach (var item in value.EnumerateArray())
                Write(json, item);
            json.WriteEndArray();
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            var absent = AbsentIn(value);
            json.WriteStartObject();
            foreach (var member in value.EnumerateObject())
            {
                json.WritePropertyName(member.Name);
                if (absent.Count > 0 && member.Name == "required" && member.Value.ValueKind == JsonValueKind.Array)
                    WriteRequired(json, member.Value, absent);
                else if (absent.Count > 0 && member.Name == "properties" && member.Value.ValueKind == JsonValueKind.Object)
                    WriteProperties(json, member.Value, absent);
                else
                    Write(json, member.Value);
            }

            json.WriteEndObject();
        }
        else
        {
            json.WriteRawValue(value.RawUtf8.Span, skipInputValidation: true);
        }
    }

    private void WriteRequired(Utf8JsonWriter json, PositionedElement names, HashSet<string> absent)
    {
        json.WriteStartArray();
        foreach (var name in names.EnumerateArray())
        {
            if (name.AsString() is not { } text || !absent.Contains(text))
                Write(json, name);
        }

        json.WriteEndArray();
    }

    private void WriteProperties(Utf8JsonWriter json, PositionedElement properties, HashSet<string> absent)
    {
        json.WriteStartObject();
        foreach (var property in properties.EnumerateObject())
        {
            json.WritePropertyName(property.Name);
            if (absent.Contains(property.Name))
                json.WriteRawValue("{}");
            else
                Write(json, property.Value);
        }

        json.WriteEndObject();
    }
}
