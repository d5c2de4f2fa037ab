using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recoup.AI.Dialects;

/// <summary>The size of a schema, as providers limit it.</summary>
internal sealed class SchemaSize
{
    private readonly SizeLimit _limit;
    private int _properties;
    private int _depth;
    private int _enumValues;
    private int _characters;
    private bool _hasTooLongEnum;

    private SchemaSize(SizeLimit limit) => _limit = limit;

    /// <summary>Whether a schema keeps a limit.</summary>
    public static bool IsWithin(JsonObject schema, SizeLimit limit)
    {
        var size = new SchemaSize(limit);
        size.Add(schema, 0);
        return size._properties <= limit.Properties && size._depth <= limit.Depth && size._enumValues <= limit.EnumValues
            && size._characters <= limit.Characters && !size._hasTooLongEnum;
    }

    private void Add(JsonObject schema, int depth)
    {
        if (schema["properties"] is JsonObject properties)
        {
            depth++;
            _depth = Math.Max(_depth, depth);
            _properties += properties.Count;
            AddMembers(properties, depth);
        }

        if (schema["$defs"] is JsonObject definitions)
            AddMembers(definitions, 0);
        if (schema["items"] is JsonObject items)
            Add(items, depth);
        foreach (var option in (schema["anyOf"] as JsonArray ?? []).OfType<JsonObject>())
            Add(option, depth);
        if (schema["enum"] is JsonArray values)
            AddValues(values);
    }

    private void AddMembers(JsonObject members, int depth)
    {
        foreach (var (name, value) in members)
        {
            _characters += name.Length;
            if (value is JsonObject schema)
                Add(schema, depth);
        }
    }

    private void AddValues(JsonArray values)
    {
        var characters = values.Sum(value => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>().Length : 0);
        _enumValues += values.Count;
        _characters += characters;
        _hasTooLongEnum |= values.Count > _limit.LongEnum && characters > _limit.EnumCharacters;
    }
}
