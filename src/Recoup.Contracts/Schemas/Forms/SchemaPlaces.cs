using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>
/// The objects of an OpenAPI document that are schemas. Maps of properties, examples, defaults and other values are not, whatever the
/// names of their members.
/// </summary>
internal sealed class SchemaPlaces
{
    private readonly HashSet<int> _offsets = [];
    private readonly Stack<PositionedElement> _open = new();
    private readonly PositionedElement _root;

    public SchemaPlaces(PositionedElement root)
    {
        _root = root;
        foreach (var value in root.DescendantsAndSelf())
        {
            if (value.ValueKind != JsonValueKind.Object)
                continue;
            _open.Push(value["schema"]);
            foreach (var schema in value["schemas"].EnumerateObject())
                _open.Push(schema.Value);
        }

        while (_open.TryPop(out var schema))
            Add(schema);
    }

    /// <summary>Whether a schema of the document names its own dialect.</summary>
    public bool NamesDialects { get; private set; }

    public bool Contains(PositionedElement value) => _offsets.Contains(value.Offset);

    private void Add(PositionedElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object || !_offsets.Add(schema.Offset))
            return;
        NamesDialects |= schema["$schema"].ValueKind != JsonValueKind.Undefined;
        foreach (var member in schema.EnumerateObject())
        {
            switch (member.Name)
            {
                case "$ref" when member.Value.AsString() is { } reference && _root.TryFollow(reference, out var target):
                    _open.Push(target);
                    break;
                case "allOf" or "anyOf" or "oneOf" or "prefixItems" or "items":
                    _open.Push(member.Value);
                    foreach (var item in member.Value.EnumerateArray())
                        _open.Push(item);
                    break;
                case "not" or "if" or "then" or "else" or "additionalItems" or "unevaluatedItems" or "contains" or "contentSchema"
                    or "additionalProperties" or "unevaluatedProperties" or "propertyNames":
                    _open.Push(member.Value);
                    break;
                case "properties" or "patternProperties" or "dependentSchemas" or "dependencies" or "definitions" or "$defs":
                    foreach (var part in member.Value.EnumerateObject())
                        _open.Push(part.Value);
                    break;
                default:
                    break;
            }
        }
    }
}
