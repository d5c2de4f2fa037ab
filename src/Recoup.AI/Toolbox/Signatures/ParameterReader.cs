using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;

namespace Recoup.AI.Toolbox.Signatures;

/// <summary>
/// Reads the parameters of an action as the dialects do: all properties of the root, of the targets of its references and of the branches
/// of its compositions. Required are those that each branch of a union requires. The text of the catalog is read, and not the schema of
/// the tool, because half of a surrogate pair in one action must not harm the others.
/// </summary>
internal sealed class ParameterReader
{
    // A schema with more is read without the rest.
    private const int MostParts = 1_000;

    private readonly PositionedElement _root;
    private readonly OrderedDictionary<string, List<PositionedElement>> _properties = new(StringComparer.Ordinal);
    private readonly HashSet<string> _required;
    private readonly Dictionary<int, HashSet<string>> _requiredByPart = [];
    private bool _isUnion;

    private ParameterReader(PositionedElement root)
    {
        _root = root;
        _required = Read(root);
        foreach (var name in _required)
            _properties.TryAdd(name, []);
    }

    /// <summary>The names of an action's parameters, in the order of the schema.</summary>
    public static IEnumerable<string> Names(CatalogAction action) => new ParameterReader(action.ParametersSource)._properties.Keys;

    /// <summary>The parameters of an action, required ones first, otherwise in the order of the schema.</summary>
    public static IReadOnlyList<Parameter> Read(CatalogAction action)
    {
        var reader = new ParameterReader(action.ParametersSource);
        return
        [
            .. reader._properties
                .Select(property => new Parameter(
                    property.Key, property.Value, reader._isUnion, reader._required.Contains(property.Key)))
                .OrderByDescending(parameter => parameter.IsRequired),
        ];
    }

    /// <summary>Adds the properties of a schema, and returns the names that it requires.</summary>
    private HashSet<string> Read(PositionedElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object)
            return [];
        if (_requiredByPart.TryGetValue(schema.Offset, out var known))
            return known;
        if (_requiredByPart.Count == MostParts)
            return [];
        var required = TypeWriter.Required(schema);
        _requiredByPart.Add(schema.Offset, required);
        AddProperties(schema);
        if (schema["$ref"].AsString() is { } reference && _root.TryFollow(reference, out var target))
            required.UnionWith(Read(target));
        foreach (var part in schema["allOf"].EnumerateArray())
            required.UnionWith(Read(part));
        required.UnionWith(ReadUnion(schema["anyOf"]));
        required.UnionWith(ReadUnion(schema["oneOf"]));
        return required;
    }

    private HashSet<string> ReadUnion(PositionedElement union)
    {
        HashSet<string>? required = null;
        foreach (var branch in union.EnumerateArray())
        {
            _isUnion |= required is not null;
            if (required is null)
                required = [.. Read(branch)];
            else
                required.IntersectWith(Read(branch));
        }

        return required ?? [];
    }

    private void AddProperties(PositionedElement schema)
    {
        // Of a repeated name, the last member counts.
        var properties = new OrderedDictionary<string, PositionedElement>(StringComparer.Ordinal);
        foreach (var property in schema["properties"].EnumerateObject())
            properties[property.Name] = property.Value;
        foreach (var (name, value) in properties)
        {
            _properties.TryAdd(name, []);
            if (!_properties[name].Contains(value))
                _properties[name].Add(value);
        }
    }
}
