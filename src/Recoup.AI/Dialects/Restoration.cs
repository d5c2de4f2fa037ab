using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Schemas;

namespace Recoup.AI.Dialects;

/// <summary>The way back for a value that a model wrote in the form of a dialect. This one changes nothing.</summary>
internal class Restoration
{
    public static readonly Restoration None = new();

    /// <summary>Writes a value in the form of the action.</summary>
    /// <param name="value">The value in the form of the dialect.</param>
    /// <param name="pointer">Its JSON pointer in the arguments.</param>
    /// <param name="writer">The writer.</param>
    /// <exception cref="RestorationException">The value is not in the form of the dialect.</exception>
    public virtual void Write(JsonElement value, string pointer, Utf8JsonWriter writer) => value.WriteTo(writer);
}

/// <summary>A value was not in the form of the dialect. The message is for the model.</summary>
[SuppressMessage("Design", "CA1064", Justification = "Only the reader of arguments throws and catches it.")]
internal sealed class RestorationException(string message) : Exception(message);

/// <summary>One property of an object in a dialect.</summary>
/// <param name="Name">Its name in the action.</param>
/// <param name="Value">The way back for its value.</param>
/// <param name="NullIsAbsent">Whether null stands for a property that is absent.</param>
internal sealed record RestoredProperty(string Name, Restoration Value, bool NullIsAbsent)
{
    /// <summary>Whether the value is a list of further properties.</summary>
    public bool IsFurther { get; init; }
}

/// <summary>An object: renamed properties, and null for absent ones.</summary>
internal sealed class ObjectRestoration(IReadOnlyDictionary<string, RestoredProperty> properties) : Restoration
{
    public override void Write(JsonElement value, string pointer, Utf8JsonWriter writer)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            value.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        var written = new HashSet<string>(StringComparer.Ordinal);
        JsonProperty? further = null;
        foreach (var member in value.EnumerateObject())
        {
            if (!properties.TryGetValue(member.Name, out var property))
            {
                if (written.Add(member.Name))
                    writer.WriteProperty(member.Name, member.Value, None, pointer);
            }
            else if (member.Value.ValueKind == JsonValueKind.Null && property.NullIsAbsent)
            {
                continue;
            }
            else if (property.IsFurther)
            {
                further = member;
            }
            else if (written.Add(property.Name))
            {
                writer.WriteProperty(property.Name, member.Value, property.Value, pointer);
            }
        }

        if (further is { } entries)
        {
            foreach (var (name, entry, place) in Entries.Read(entries.Value, $"{pointer}/{entries.Name}"))
            {
                if (written.Add(name))
                    writer.WriteProperty(name, entry, properties[entries.Name].Value, place);
            }
        }

        writer.WriteEndObject();
    }
}

/// <summary>An array.</summary>
internal sealed class ArrayRestoration(Restoration items) : Restoration
{
    public override void Write(JsonElement value, string pointer, Utf8JsonWriter writer)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            value.WriteTo(writer);
            return;
        }

        writer.WriteStartArray();
        foreach (var (item, index) in value.EnumerateArray().Select((item, index) => (item, index)))
            items.Write(item, FormattableString.Invariant($"{pointer}/{index}"), writer);
        writer.WriteEndArray();
    }
}

/// <summary>An object with any names, which the dialect writes as a list of keys and values.</summary>
internal sealed class MapRestoration(Restoration values) : Restoration
{
    public override void Write(JsonElement value, string pointer, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var (name, entry, place) in Entries.Read(value, pointer))
            writer.WriteProperty(name, entry, values, place);
        writer.WriteEndObject();
    }
}

/// <summary>Any JSON, in which the dialect writes an object as <c>{"entries": [{"key": …, "value": …}]}</c>.</summary>
internal sealed class AnyRestoration : Restoration
{
    public const string EntriesName = "entries";

    public static readonly AnyRestoration Instance = new();

    public override void Write(JsonElement value, string pointer, Utf8JsonWriter writer)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.TryGetProperty(EntriesName, out var entries):
                new MapRestoration(this).Write(entries, $"{pointer}/{EntriesName}", writer);
                break;
            case JsonValueKind.Array:
                new ArrayRestoration(this).Write(value, pointer, writer);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}

/// <summary>Any JSON, which the dialect writes as a text. A text that is no JSON stands for itself.</summary>
internal sealed class TextRestoration : Restoration
{
    public static readonly TextRestoration Instance = new();

    public override void Write(JsonElement value, string pointer, Utf8JsonWriter writer)
    {
        if (value.ValueKind == JsonValueKind.String && TryParse(value.GetString()!) is { } document)
        {
            using (document)
                document.RootElement.WriteTo(writer);
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    private static JsonDocument? TryParse(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Values that the dialect cannot enumerate, each written as a text.</summary>
internal sealed class ValueRestoration(IReadOnlyDictionary<string, JsonElement> values) : Restoration
{
    public override void Write(JsonElement value, string pointer, Utf8JsonWriter writer)
    {
        var isText = value.ValueKind == JsonValueKind.String;
        (isText && values.TryGetValue(value.GetString()!, out var original) ? original : value).WriteTo(writer);
    }
}

/// <summary>One of several shapes: the first one whose schema accepts the value.</summary>
internal sealed class UnionRestoration(
    IReadOnlyList<(JsonObject Schema, Restoration Restoration)> options, Func<JsonObject, JsonSchema?> compile)
    : Restoration
{
    private readonly Lazy<JsonSchema?>[] _schemas = [.. options.Select(option => new Lazy<JsonSchema?>(() => compile(option.Schema)))];

    public override void Write(JsonElement value, string pointer, Utf8JsonWriter writer)
    {
        for (var i = 0; i < options.Count; i++)
        {
            if (_schemas[i].Value?.IsValid(value) != false)
            {
                options[i].Restoration.Write(value, pointer, writer);
                return;
            }
        }

        value.WriteTo(writer);
    }
}

/// <summary>A shape that contains itself.</summary>
internal sealed class RecursiveRestoration(Func<Restoration> target) : Restoration
{
    public override void Write(JsonElement value, string pointer, Utf8JsonWriter writer) => target().Write(value, pointer, writer);
}

/// <summary>Reads lists of keys and values.</summary>
internal static class Entries
{
    public const string Key = "key";
    public const string Value = "value";

    /// <summary>The entries; the last one wins if a key is there twice.</summary>
    public static IReadOnlyList<(string Name, JsonElement Value, string Pointer)> Read(JsonElement list, string pointer)
    {
        if (list.ValueKind != JsonValueKind.Array)
            throw new RestorationException($"{pointer}: expected a list of objects with '{Key}' and '{Value}', got {list.ValueKind}.");
        var entries = new List<(string, JsonElement, string)>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (item, index) in list.EnumerateArray().Select((item, index) => (item, index)))
        {
            var place = FormattableString.Invariant($"{pointer}/{index}");
            if (item.ValueKind != JsonValueKind.Object
                || !item.TryGetProperty(Key, out var key) || key.ValueKind != JsonValueKind.String
                || !item.TryGetProperty(Value, out var value))
            {
                throw new RestorationException($"{place}: expected an object with a string '{Key}' and a '{Value}'.");
            }

            if (places.TryAdd(key.GetString()!, entries.Count))
                entries.Add((key.GetString()!, value, place));
            else
                entries[places[key.GetString()!]] = (key.GetString()!, value, place);
        }

        return entries;
    }

    public static void WriteProperty(this Utf8JsonWriter writer, string name, JsonElement value, Restoration restoration, string pointer)
    {
        writer.WritePropertyName(name);
        restoration.Write(value, $"{pointer}/{name}", writer);
    }
}
