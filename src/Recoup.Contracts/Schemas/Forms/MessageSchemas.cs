using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Recoup.Binding.Types;
using Recoup.Catalogs.Json;
using Recoup.Schemas;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>
/// The schemas of an OpenAPI document as they apply to requests or to responses. A request does not contain a <c>readOnly</c> property and
/// a response does not contain a <c>writeOnly</c> one, even if the property is required (OpenAPI 3.0.3, section 4.7.24.2). Schemas of
/// version 3.0 are written as schemas of draft 4.
/// </summary>
internal sealed class MessageSchemas
{
    private const int Deepest = 64;
    private const int MostCopies = 2_000;

    private static readonly ConditionalWeakTable<PositionedJson, Dictionary<(MemberAccess, bool), MessageSchemas>> Known = [];

    private readonly PositionedElement _root;
    private readonly MemberAccess _absent;
    private readonly bool _isSender;
    private readonly bool _hasLoneReferences;
    private readonly SchemaPlaces _places;
    private readonly HashSet<int> _copying = [];
    private int _copies;
    private readonly Lazy<JsonElement> _document;

    private MessageSchemas(PositionedElement root, MemberAccess absent, bool isSender)
    {
        (_root, _absent, _isSender, _places) = (root, absent, isSender, new SchemaPlaces(root));
        Dialect = SpecDialect.Of(root);
        _hasLoneReferences = Dialect.Draft <= SchemaDraft.Draft7;
        Names = new AbsentNames(root, absent, _hasLoneReferences);
        _document = new Lazy<JsonElement>(() => Print(json => Write(json, root, Form.NoNames)));
    }

    /// <summary>
    /// The document, in which absent properties are not required and have no schema. It contains only a schema and what the schema refers
    /// to, each at its place, because a document has thousands of schemas. If identifiers take part, it contains everything.
    /// </summary>
    /// <param name="schema">The schema.</param>
    /// <param name="pointer">The pointer of the schema in the document.</param>
    public JsonElement DocumentOf(PositionedElement schema, string pointer) =>
        DocumentPart.Of(schema, pointer, _root) is { } part ? Print(json => Write(json, part)) : _document.Value;

    /// <summary>The names of the properties that the messages do not contain.</summary>
    public AbsentNames Names { get; }

    /// <summary>The dialect of the schemas.</summary>
    public SpecDialect Dialect { get; }

    /// <summary>Whether a schema of the document names its own dialect.</summary>
    public bool NamesDialects => _places.NamesDialects;

    /// <summary>
    /// The schema of a property that the messages do not contain: a sender never writes it, and a receiver ignores it.
    /// </summary>
    public Form Absent => _isSender ? Form.Nothing : Form.Anything;

    /// <summary>The access of the properties that the messages do not contain.</summary>
    public MemberAccess AbsentAccess => _absent;

    /// <summary>The cached schemas of a document.</summary>
    /// <param name="root">The document.</param>
    /// <param name="absent">The access of the properties that the messages do not contain.</param>
    /// <param name="isSender">Whether the document describes who writes the messages, and not who reads them.</param>
    public static MessageSchemas Of(PositionedElement root, MemberAccess absent, bool isSender)
    {
        var known = Known.GetOrCreateValue(root.Document);
        lock (known)
        {
            if (!known.TryGetValue((absent, isSender), out var schemas))
                known.Add((absent, isSender), schemas = new MessageSchemas(root, absent, isSender));
            return schemas;
        }
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
            Write(json, value, Form.NoNames);
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

    private void Write(Utf8JsonWriter json, PositionedElement value, ImmutableSortedSet<string> inherited)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            json.WriteStartArray();
            foreach (var item in value.EnumerateArray())
                Write(json, item, inherited);
            json.WriteEndArray();
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            if (_places.Contains(value))
            {
                WriteSchema(json, value, inherited);
                return;
            }

            json.WriteStartObject();
            foreach (var member in value.EnumerateObject())
            {
                json.WritePropertyName(member.Name);
                Write(json, member.Value, Form.NoNames);
            }

            json.WriteEndObject();
        }
        else
        {
            json.WriteRawValue(value.RawUtf8.Span, skipInputValidation: true);
        }
    }

    private void WriteSchema(Utf8JsonWriter json, PositionedElement schema, ImmutableSortedSet<string> inherited)
    {
        var absent = Names.In(schema, inherited);
        var copied = Copied(schema, absent);
        if (copied is { } alone && _hasLoneReferences)
        {
            WriteSchema(json, alone, absent);
            _copying.Remove(alone.Offset);
            return;
        }

        json.WriteStartObject();
        foreach (var member in schema.EnumerateObject())
        {
            var name = member.Name;
            if (Dialect.Ignores(name) || (copied is not null && name is ("$ref" or "allOf")))
                continue;
            json.WritePropertyName(name);
            WriteKeyword(json, schema, name, member.Value, absent);
        }

        if (copied is { } target)
        {
            json.WriteStartArray("allOf");
            foreach (var part in schema["allOf"].EnumerateArray())
                Write(json, part, absent);
            WriteSchema(json, target, absent);
            json.WriteEndArray();
            _copying.Remove(target.Offset);
        }

        json.WriteEndObject();
    }

    /// <summary>
    /// The target of a reference that is written in its place, because it requires what only this schema knows to be absent.
    /// </summary>
    private PositionedElement? Copied(PositionedElement schema, ImmutableSortedSet<string> absent)
    {
        var target = Names.TargetOf(schema);
        return target.ValueKind == JsonValueKind.Object && _places.Contains(target) && _copying.Count < Deepest && _copies < MostCopies
            && Names.AreRequired(target, absent.Except(Names.In(target, Form.NoNames))) && _copying.Add(target.Offset) && ++_copies > 0
            ? target
            : null;
    }

    private void WriteKeyword(
        Utf8JsonWriter json, PositionedElement schema, string name, PositionedElement value, ImmutableSortedSet<string> absent)
    {
        switch (name)
        {
            case "required" when value.ValueKind == JsonValueKind.Array:
                WriteNames(json, value, absent);
                break;
            case "dependentRequired" or "dependencies" when value.ValueKind == JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var dependency in value.EnumerateObject())
                {
                    json.WritePropertyName(dependency.Name);
                    if (dependency.Value.ValueKind == JsonValueKind.Array)
                        WriteNames(json, dependency.Value, absent);
                    else
                        Write(json, dependency.Value, Form.NoNames);
                }

                json.WriteEndObject();
                break;
            case "properties" when value.ValueKind == JsonValueKind.Object:
                WriteProperties(json, value, absent);
                break;
            case "allOf" or "anyOf" or "oneOf" or "then" or "else":
                Write(json, value, absent);
                break;
            case "type" when Dialect.IsNullable(schema):
                json.WriteStartArray();
                Write(json, value, absent);
                json.WriteStringValue("null");
                json.WriteEndArray();
                break;
            case "enum" when Dialect.IsNullable(schema) && value.ValueKind == JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    if (item.ValueKind != JsonValueKind.Null)
                        Write(json, item, Form.NoNames);
                }

                json.WriteNullValue();
                json.WriteEndArray();
                break;
            default:
                Write(json, value, Form.NoNames);
                break;
        }
    }

    private static void WriteNames(Utf8JsonWriter json, PositionedElement names, ImmutableSortedSet<string> absent)
    {
        json.WriteStartArray();
        foreach (var name in names.EnumerateArray())
        {
            if (name.AsString() is not { } text || !absent.Contains(text))
                json.WriteRawValue(name.RawUtf8.Span, skipInputValidation: true);
        }

        json.WriteEndArray();
    }

    private void WriteProperties(Utf8JsonWriter json, PositionedElement properties, ImmutableSortedSet<string> absent)
    {
        json.WriteStartObject();
        foreach (var property in properties.EnumerateObject())
        {
            json.WritePropertyName(property.Name);
            if (absent.Contains(property.Name))
                json.WriteRawValue(_isSender ? """{"not":{}}""" : "{}");
            else
                Write(json, property.Value, Form.NoNames);
        }

        json.WriteEndObject();
    }
}
