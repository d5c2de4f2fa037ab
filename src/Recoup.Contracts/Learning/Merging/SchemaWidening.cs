using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Json;
using Recoup.Contracts.Learning.Printing;

namespace Recoup.Contracts.Learning.Merging;

/// <summary>Widens the keywords of a schema so that they meet demands. Every change accepts more, so the order does not matter.</summary>
internal sealed class SchemaWidening(PositionedElement schema, JsonChanges changes)
{
    private const int MostEnumValues = 64;

    private static readonly HashSet<string> Bounds = new(StringComparer.Ordinal)
    {
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern", "format",
        "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties",
    };

    private static readonly HashSet<string> Annotations = new(StringComparer.Ordinal)
    {
        "title", "description", "$comment", "examples", "example", "default", "deprecated", "readOnly", "writeOnly",
        "$schema", "$id", "$anchor", "$defs", "definitions",
    };

    /// <summary>Meets the demands in their order.</summary>
    /// <exception cref="WideningException">A keyword cannot be widened.</exception>
    public void Meet(IEnumerable<Demand> demands)
    {
        foreach (var demand in demands)
            Meet(demand);
    }

    private void Meet(Demand demand)
    {
        var keyword = Element(demand.Pointer);
        var owner = Element(JsonPointer.Parent(demand.Pointer));
        if (keyword.ValueKind == JsonValueKind.False)
            MeetFalse(demand, keyword, owner);
        else if (Bounds.Contains(demand.Keyword))
            MeetBound(demand, owner);
        else
            MeetKeyword(demand, keyword, owner);
    }

    private void MeetKeyword(Demand demand, PositionedElement keyword, PositionedElement owner)
    {
        switch (demand.Keyword)
        {
            case "type":
                MeetType(demand, keyword, owner);
                break;
            case "required":
                changes.RemoveItem(keyword, demand.Detail);
                if (changes.KeepsNothing(keyword))
                    changes.Remove(owner, "required");
                break;
            case "enum" or "const":
                MeetValue(demand, keyword, owner);
                break;
            case "anyOf":
                changes.Add(keyword, ShapePrinter.Print(demand.Seen, demand.Name, demand.Detail));
                break;
            default:
                throw new WideningException(demand.Pointer, $"'{demand.Keyword}' has no wider form that is sure to keep its meaning");
        }
    }

    private void MeetFalse(Demand demand, PositionedElement keyword, PositionedElement owner)
    {
        var isObject = demand.Keyword is "additionalProperties" or "unevaluatedProperties";
        var printed = ShapePrinter.Print(demand.Seen, demand.Name);
        if (!isObject || demand.Detail.Length == 0)
            changes.Replace(keyword, printed);
        else if (owner["properties"] is { ValueKind: JsonValueKind.Object } members)
            changes.Add(members, demand.Detail, printed, isSorted: true);
        else
            AddProperties(owner, demand.Detail, printed);
    }

    // An object without described members gets all of its new members together.
    private readonly Dictionary<int, List<KeyValuePair<string, JsonElement>>> _properties = [];

    private void AddProperties(PositionedElement owner, string name, JsonElement printed)
    {
        if (!_properties.TryGetValue(owner.Offset, out var members))
            _properties.Add(owner.Offset, members = []);
        if (members.TrueForAll(member => member.Key != name))
            members.Add(KeyValuePair.Create(name, printed));
        changes.Set(owner, "properties", JsonValues.Object(members.OrderBy(member => member.Key, StringComparer.Ordinal)));
    }

    private void MeetBound(Demand demand, PositionedElement owner)
    {
        changes.Remove(owner, demand.Keyword);
        if (demand.Keyword == "maxItems" && owner["items"].ValueKind == JsonValueKind.Undefined && demand.Seen.Items is { } items)
            changes.Add(owner, "items", ShapePrinter.Print(items, demand.Name));
    }

    private void MeetType(Demand demand, PositionedElement keyword, PositionedElement owner)
    {
        if (demand.Seen.IsAnything)
        {
            foreach (var member in owner.EnumerateObject())
            {
                if (!Annotations.Contains(member.Name))
                    changes.Remove(owner, member.Name);
            }

            return;
        }

        List<string> types = keyword.AsString() is { } one
            ? [one]
            : [.. keyword.EnumerateArray().Select(type => type.AsString()).OfType<string>()];
        foreach (var type in ShapePrinter.TypesOf(demand.Seen).Where(type => !types.Contains(type) && !IsInteger(type, types)))
        {
            if (type == "number" && types.IndexOf("integer") is var at and >= 0)
                types[at] = type;
            else
                types.Insert(types.Count - (types.LastIndexOf("null") == types.Count - 1 ? 1 : 0), type);
            if (type is not ("object" or "array" or "string"))
                continue;
            foreach (var part in ShapePrinter.Print(demand.Seen, demand.Name, type).EnumerateObject())
            {
                if (!owner.TryGetProperty(part.Name, out _))
                    changes.Add(owner, part.Name, part.Value);
            }
        }

        if (keyword.ValueKind == JsonValueKind.String && types.Count == 1)
            changes.Replace(keyword, JsonValues.Text(types[0]));
        else
            changes.Replace(keyword, JsonValues.Array(types.Select(JsonValues.Text)));
    }

    private static bool IsInteger(string type, List<string> types) => type == "integer" && types.Contains("number");

    private void MeetValue(Demand demand, PositionedElement keyword, PositionedElement owner)
    {
        List<JsonElement> values = demand.Keyword == "const"
            ? [keyword.ToJsonElement()]
            : [.. keyword.EnumerateArray().Select(value => value.ToJsonElement())];
        if (demand.Detail.Length > 0 && values.Count < MostEnumValues)
        {
            var value = JsonValues.Parse(demand.Detail);
            if (demand.Keyword == "enum")
                changes.Add(keyword, value);
            else
                changes.Rename(owner, "const", "enum", JsonValues.Array(values.Append(value)));
        }
        else if (demand.Seen.IsAnything)
        {
            changes.Remove(owner, demand.Keyword);
        }
        else if (values.Exists(value => value.ValueKind == JsonValueKind.String) && !owner.TryGetProperty("anyOf", out _))
        {
            changes.Rename(owner, demand.Keyword, "anyOf", OpenEnum(values, TypesOf(values, demand)));
        }
        else if (owner.TryGetProperty("type", out _))
        {
            changes.Remove(owner, demand.Keyword);
        }
        else
        {
            changes.Rename(owner, demand.Keyword, "type", JsonValues.Array(TypesOf(values, demand).Select(JsonValues.Text)));
        }
    }

    /// <summary>
    /// A schema that accepts more than its values and still lists them. It is for a value that a file must not show, such as a text, or for
    /// one too many.
    /// </summary>
    private static JsonElement OpenEnum(List<JsonElement> values, List<string> types) => JsonValues.Array(
    [
        JsonValues.Object([new("enum", JsonValues.Array(values))]),
        JsonValues.Object([new("type", types.Count == 1 ? JsonValues.Text(types[0]) : JsonValues.Array(types.Select(JsonValues.Text)))]),
    ]);

    private static List<string> TypesOf(List<JsonElement> values, Demand demand) =>
        [.. values.Select(TypeOf).Concat(ShapePrinter.TypesOf(demand.Seen)).Distinct(StringComparer.Ordinal)];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.Null => "null",
        _ => "boolean",
    };

    private PositionedElement Element(string pointer) => schema.TryResolve(pointer, out var element) ? element : default;
}
