using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Json;
using Recoup.Contracts.Learning.Printing;
using Recoup.Contracts.Learning.Shapes;

namespace Recoup.Contracts.Learning.Merging;

/// <summary>
/// Whether a schema accepts all values of a shape, for schemas that use the keywords that learning writes. False means "not sure": the
/// payloads themselves decide. It saves the validation of the payloads where nothing is new.
/// </summary>
internal static class ShapeCover
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "type", "properties", "required", "additionalProperties", "items", "maxItems", "anyOf", "enum", "format",
        "title", "description", "$comment", "examples", "example", "default", "deprecated", "readOnly", "writeOnly",
    };

    public static bool Covers(PositionedElement schema, Shape shape)
    {
        if (schema.ValueKind != JsonValueKind.Object)
            return schema.ValueKind is JsonValueKind.True or JsonValueKind.Undefined;
        if (!HasOnlyKnown(schema))
            return false;
        return shape.IsAnything
            ? schema.EnumerateObject().MoveNext() is false
            : ShapePrinter.TypesOf(shape).TrueForAll(type => CoversType(schema, shape, type));
    }

    private static bool CoversType(PositionedElement schema, Shape shape, string type)
    {
        if (schema.ValueKind != JsonValueKind.Object)
            return schema.ValueKind == JsonValueKind.True;
        var isCovered = AllowsType(schema["type"], type) && type switch
        {
            "string" => CoversText(schema, shape.Text!),
            "array" => CoversArray(schema, shape),
            "object" => CoversObject(schema, shape.Object!),
            _ => true,
        };
        if (!isCovered || (type != "string" && schema["enum"].ValueKind != JsonValueKind.Undefined))
            return false;
        if (schema["anyOf"].ValueKind == JsonValueKind.Undefined)
            return true;
        foreach (var branch in schema["anyOf"].EnumerateArray())
        {
            if (HasOnlyKnown(branch) && CoversType(branch, shape, type))
                return true;
        }

        return false;
    }

    private static bool HasOnlyKnown(PositionedElement schema)
    {
        foreach (var member in schema.EnumerateObject())
        {
            if (!Known.Contains(member.Name))
                return false;
        }

        return true;
    }

    private static bool AllowsType(PositionedElement types, string type)
    {
        if (types.ValueKind is JsonValueKind.Undefined || types.TextEquals(type) || (type == "integer" && types.TextEquals("number")))
            return true;
        return types.EnumerateArray().Select(item => AllowsType(item, type)).Any(allows => allows);
    }

    private static bool CoversText(PositionedElement schema, TextShape text)
    {
        if (schema["format"].AsString() is { } format && format != TextFormatTable.NameOf(text.Formats))
            return false;
        if (schema["enum"].ValueKind == JsonValueKind.Undefined)
            return true;
        var values = schema["enum"].EnumerateArray().Select(value => value.AsString()).ToHashSet(StringComparer.Ordinal);
        return text.Values is not null && text.Values.All(value => values.Contains(value.Text));
    }

    private static bool CoversArray(PositionedElement schema, Shape shape)
    {
        if (shape.Items is null)
            return schema["maxItems"].ValueKind is JsonValueKind.Undefined or JsonValueKind.Number;
        return schema["maxItems"].ValueKind == JsonValueKind.Undefined
            && Covers(schema["items"], shape.Items);
    }

    private static bool CoversObject(PositionedElement schema, ObjectShape shape)
    {
        var parts = ObjectParts.Of(shape);
        var (described, additional) = (MembersOf(schema["properties"]), schema["additionalProperties"]);
        var required = schema["required"].EnumerateArray().Select(name => name.AsString()).OfType<string>();
        return required.All(parts.Required.Contains)
            && parts.Members.All(member => described.TryGetValue(member.Name, out var known)
                ? Covers(known, member.Shape)
                : Covers(additional, member.Shape))
            && (parts.Values is not { } values || described.Values.Append(additional).All(known => Covers(known, values)));
    }

    private static Dictionary<string, PositionedElement> MembersOf(PositionedElement properties)
    {
        var members = new Dictionary<string, PositionedElement>(StringComparer.Ordinal);
        foreach (var member in properties.EnumerateObject())
            members[member.Name] = member.Value;
        return members;
    }
}
