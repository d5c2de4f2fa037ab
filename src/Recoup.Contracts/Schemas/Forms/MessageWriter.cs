using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>
/// Writes schemas of an OpenAPI document as they apply to its messages. One writer writes one text: several threads write at a time.
/// </summary>
internal sealed class MessageWriter
{
    private const int Deepest = 64;
    private const int MostCopies = 500;

    private readonly MessageSchemas _messages;
    private readonly Utf8JsonWriter _json;
    private readonly HashSet<int> _copying = [];
    private int _copies;

    private MessageWriter(MessageSchemas messages, Utf8JsonWriter json) => (_messages, _json) = (messages, json);

    public static JsonElement Write(MessageSchemas messages, PositionedElement value) =>
        Print(messages, writer => writer.Write(value, Form.NoNames));

    public static JsonElement Write(MessageSchemas messages, DocumentPart part) => Print(messages, writer => writer.Write(part));

    private static JsonElement Print(MessageSchemas messages, Action<MessageWriter> write)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text))
            write(new MessageWriter(messages, json));
        using var document = JsonDocument.Parse(text.WrittenMemory, new JsonDocumentOptions { MaxDepth = PositionedJson.MaxDepth });
        return document.RootElement.Clone();
    }

    private void Write(DocumentPart part)
    {
        if (part.Whole is { } value)
        {
            Write(value, Form.NoNames);
            return;
        }

        _json.WriteStartObject();
        foreach (var (name, inner) in part.Members)
        {
            _json.WritePropertyName(name);
            Write(inner);
        }

        _json.WriteEndObject();
    }

    private void Write(PositionedElement value, ImmutableSortedSet<string> inherited)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            _json.WriteStartArray();
            foreach (var item in value.EnumerateArray())
                Write(item, inherited);
            _json.WriteEndArray();
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            if (_messages.IsSchema(value))
            {
                WriteSchema(value, inherited);
                return;
            }

            _json.WriteStartObject();
            foreach (var member in value.EnumerateObject())
            {
                _json.WritePropertyName(member.Name);
                Write(member.Value, Form.NoNames);
            }

            _json.WriteEndObject();
        }
        else
        {
            _json.WriteRawValue(value.RawUtf8.Span, skipInputValidation: true);
        }
    }

    private void WriteSchema(PositionedElement schema, ImmutableSortedSet<string> inherited)
    {
        var absent = _messages.Names.In(schema, inherited);
        var copied = Copied(schema, absent);
        if (copied is { } alone && _messages.HasLoneReferences)
        {
            WriteSchema(alone, absent);
            _copying.Remove(alone.Offset);
            return;
        }

        _json.WriteStartObject();
        foreach (var member in schema.EnumerateObject())
        {
            var name = member.Name;
            if (_messages.Dialect.Ignores(name) || (copied is not null && name is ("$ref" or "allOf")))
                continue;
            _json.WritePropertyName(name);
            WriteKeyword(schema, name, member.Value, absent);
        }

        if (copied is { } target)
        {
            _json.WriteStartArray("allOf");
            foreach (var part in schema["allOf"].EnumerateArray())
                Write(part, absent);
            WriteSchema(target, absent);
            _json.WriteEndArray();
            _copying.Remove(target.Offset);
        }

        _json.WriteEndObject();
    }

    /// <summary>
    /// The target of a reference that is written in its place, because it requires what only this schema knows to be absent.
    /// </summary>
    private PositionedElement? Copied(PositionedElement schema, ImmutableSortedSet<string> absent)
    {
        var target = _messages.Names.TargetOf(schema);
        return target.ValueKind == JsonValueKind.Object && _messages.IsSchema(target) && _copying.Count < Deepest && _copies < MostCopies
            && _messages.Names.AreRequired(target, absent.Except(_messages.Names.In(target, Form.NoNames)))
            && _copying.Add(target.Offset) && ++_copies > 0
            ? target
            : null;
    }

    private void WriteKeyword(
        PositionedElement schema, string name, PositionedElement value, ImmutableSortedSet<string> absent)
    {
        switch (name)
        {
            case "required" when value.ValueKind == JsonValueKind.Array:
                WriteNames(value, absent);
                break;
            case "dependentRequired" or "dependencies" when value.ValueKind == JsonValueKind.Object:
                _json.WriteStartObject();
                foreach (var dependency in value.EnumerateObject())
                {
                    _json.WritePropertyName(dependency.Name);
                    if (dependency.Value.ValueKind == JsonValueKind.Array)
                        WriteNames(dependency.Value, absent);
                    else
                        Write(dependency.Value, Form.NoNames);
                }

                _json.WriteEndObject();
                break;
            case "properties" when value.ValueKind == JsonValueKind.Object:
                WriteProperties(value, absent);
                break;
            case "allOf" or "anyOf" or "oneOf" or "then" or "else":
                Write(value, absent);
                break;
            case "type" when _messages.Dialect.IsNullable(schema):
                _json.WriteStartArray();
                Write(value, absent);
                _json.WriteStringValue("null");
                _json.WriteEndArray();
                break;
            case "enum" when _messages.Dialect.IsNullable(schema) && value.ValueKind == JsonValueKind.Array:
                _json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    if (item.ValueKind != JsonValueKind.Null)
                        Write(item, Form.NoNames);
                }

                _json.WriteNullValue();
                _json.WriteEndArray();
                break;
            default:
                Write(value, Form.NoNames);
                break;
        }
    }

    private void WriteNames(PositionedElement names, ImmutableSortedSet<string> absent)
    {
        _json.WriteStartArray();
        foreach (var name in names.EnumerateArray())
        {
            if (name.AsString() is not { } text || !absent.Contains(text))
                _json.WriteRawValue(name.RawUtf8.Span, skipInputValidation: true);
        }

        _json.WriteEndArray();
    }

    private void WriteProperties(PositionedElement properties, ImmutableSortedSet<string> absent)
    {
        _json.WriteStartObject();
        foreach (var property in properties.EnumerateObject())
        {
            _json.WritePropertyName(property.Name);
            if (absent.Contains(property.Name))
                _json.WriteRawValue(_messages.IsSender ? """{"not":{}}""" : "{}");
            else
                Write(property.Value, Form.NoNames);
        }

        _json.WriteEndObject();
    }
}
