using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.Catalogs.Spec.Outlines;

/// <summary>
/// A document reduced to what its operations consist of, for Microsoft.OpenApi. One odd value makes that library throw an exception for the
/// whole document: a boolean schema, deep nesting, a circular reference, a repeated name. An outline has none of them. It has no schemas,
/// each value has its type, and the targets of references are components with new names. Every part that is left out is reported.
/// </summary>
internal sealed class SpecOutline
{
    private const string SecuritySchemes = "/components/securitySchemes";

    private readonly PositionedElement _root;
    private readonly Dictionary<(string Section, int Offset), string> _componentIds = [];
    private readonly List<(ObjectShape Shape, string Id, SpecValue Value)> _components = [];

    public SpecOutline(PositionedElement root, List<Problem> problems)
    {
        (_root, Sources, Problems) = (root, new OutlineSources(root), new OutlineProblems(root, problems));
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            WriteDocument(json);
        Utf8 = stream.ToArray();
    }

    /// <summary>The text of the outline.</summary>
    public byte[] Utf8 { get; }

    /// <summary>Where the parts of the outline are in the document.</summary>
    public OutlineSources Sources { get; }

    /// <summary>What is wrong with the document.</summary>
    public OutlineProblems Problems { get; }

    private void WriteDocument(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("openapi", _root["openapi"].GetString().StartsWith("3.0.", StringComparison.Ordinal) ? "3.0.4" : "3.1.1");
        WriteMembers(json, SpecShapeTable.Document, new SpecValue(_root, ""));
        json.WriteStartObject("components");
        WriteSecuritySchemes(json);
        foreach (var section in _components.GroupBy(component => component.Shape.Section!))
        {
            json.WriteStartObject(section.Key);
            foreach (var (shape, id, source) in section)
            {
                json.WritePropertyName(id);
                WriteObject(json, shape, source);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Requirements refer to a scheme by its name, so it keeps the name.
    private void WriteSecuritySchemes(Utf8JsonWriter json)
    {
        json.WritePropertyName("securitySchemes");
        json.WriteStartObject();
        foreach (var (name, value) in Distinct(new SpecValue(_root["components"]["securitySchemes"], SecuritySchemes)))
        {
            if (!Accepts(SpecShapeTable.SecurityScheme, value))
                continue;
            json.WritePropertyName(name);
            WriteObject(json, SpecShapeTable.SecurityScheme, value.Follow(_root));
        }

        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, SpecShape shape, SpecValue value)
    {
        switch (shape)
        {
            case TextShape:
                json.WriteStringValue(value.Element.GetString());
                break;
            case FlagShape:
                json.WriteBooleanValue(value.Element.ValueKind == JsonValueKind.True);
                break;
            case EmptiedShape emptied:
                json.WriteRawValue(emptied.IsArray ? "[]" : "{}");
                break;
            case ListShape list:
                WriteList(json, list, value);
                break;
            case MapShape map:
                WriteMap(json, map, value);
                break;
            case ObjectShape { Section: not null } shared when value.IsReference:
                json.WriteStartObject();
                json.WriteString("$ref", $"#/components/{shared.Section}/{ComponentOf(shared, value.Follow(_root))}");
                json.WriteEndObject();
                break;
            case ObjectShape own:
                WriteObject(json, own, value);
                break;
        }
    }

    private void WriteList(Utf8JsonWriter json, ListShape list, SpecValue value)
    {
        json.WriteStartArray();
        var index = 0;
        foreach (var element in value.Element.EnumerateArray())
        {
            var item = new SpecValue(element, JsonPointer.Append(value.Pointer, index));
            if (Accepts(list.Entry, item))
                Write(json, list.Entry, item);
            else if (list.Placeholder is { } placeholder)
                json.WriteRawValue(placeholder(index));
            index++;
        }

        json.WriteEndArray();
    }

    private void WriteMap(Utf8JsonWriter json, MapShape map, SpecValue value)
    {
        json.WriteStartObject();
        foreach (var (name, member) in Distinct(value))
        {
            if (map.IsExtensible && IsExtension(name))
                continue;
            if (map.WhyWrong?.Invoke(name) is { } reason)
                Problems.Report(member.Element, member.Pointer, reason);
            else if (!WriteMember(json, name, map.Value, member) && map.Placeholder is { } placeholder)
            {
                json.WritePropertyName(name);
                json.WriteRawValue(placeholder);
            }
        }

        json.WriteEndObject();
    }

    private void WriteObject(Utf8JsonWriter json, ObjectShape shape, SpecValue value)
    {
        json.WriteStartObject();
        WriteMembers(json, shape, value);
        json.WriteEndObject();
    }

    private void WriteMembers(Utf8JsonWriter json, ObjectShape shape, SpecValue value)
    {
        foreach (var (name, member) in Distinct(value))
        {
            if (shape.Members.TryGetValue(name, out var known))
                WriteMember(json, name, known, member);
            else if (!IsExtension(name))
                Problems.Report(member.Element, member.Pointer, $"expected {shape.Expected}, which has no '{name}'");
        }
    }

    private bool WriteMember(Utf8JsonWriter json, string name, SpecShape shape, SpecValue value)
    {
        if (!Accepts(shape, value))
            return false;
        json.WritePropertyName(name);
        if (shape != SpecShapeTable.PathItem)
        {
            Write(json, shape, value);
            return true;
        }

        // The operations of a path item belong to the path that refers to it.
        var item = value.Follow(_root);
        Sources.Set(value.Pointer, item);
        WriteObject(json, SpecShapeTable.PathItem, item);
        return true;
    }

    /// <summary>Whether a value has its shape. Reports a value that does not.</summary>
    private bool Accepts(SpecShape shape, SpecValue value)
    {
        var kind = value.Element.ValueKind;
        switch (shape)
        {
            case IgnoredShape:
                return false;

            // Many tools write null for a text that they do not have.
            case TextShape or FlagShape when kind == JsonValueKind.Null:
                return false;
            case TextShape:
                return kind == JsonValueKind.String || Refuse(shape, value);
            case FlagShape:
                return kind is JsonValueKind.True or JsonValueKind.False || Refuse(shape, value);

            // A list or map of the wrong kind is written as an empty one, so that the library does not miss it.
            case ListShape or EmptiedShape { IsArray: true }:
                return kind == JsonValueKind.Array || !Refuse(shape, value);
            case EmptiedShape { TakesBoolean: true } when kind is JsonValueKind.True or JsonValueKind.False:
                return true;
            case EmptiedShape or MapShape:
                return kind == JsonValueKind.Object || !Refuse(shape, value);
            default:
                return AcceptsObject((ObjectShape)shape, value);
        }
    }

    private bool AcceptsObject(ObjectShape shape, SpecValue value)
    {
        var target = value;
        if (shape.Section is not null && value.IsReference)
        {
            target = value.Follow(_root);
            if (target.Element.ValueKind == JsonValueKind.Undefined)
            {
                Problems.ReportDangling(value);
                return false;
            }

            ReportSiblings(shape, value);
        }

        if (target.Element.ValueKind != JsonValueKind.Object)
            return Refuse(shape, target);
        if (shape.WhyUnusable?.Invoke(target.Element) is not { } reason)
            return true;
        Problems.Report(target.Element, target.Pointer, reason);
        return false;
    }

    // The description beside a reference is also lost, but it is only documentation.
    private void ReportSiblings(ObjectShape shape, SpecValue value)
    {
        foreach (var (name, member) in Distinct(value))
        {
            if (shape.Members.TryGetValue(name, out var known) && known is not (IgnoredShape or TextShape))
                Problems.Report(member.Element, member.Pointer, "the '$ref' beside it replaces it");
        }
    }

    private string ComponentOf(ObjectShape shape, SpecValue target)
    {
        var key = (shape.Section!, target.Element.Offset);
        if (!_componentIds.TryGetValue(key, out var id))
        {
            id = FormattableString.Invariant($"c{_components.Count}");
            _componentIds.Add(key, id);
            _components.Add((shape, id, target));
            Sources.Set(JsonPointer.Of("components", shape.Section!, id), target);
        }

        return id;
    }

    /// <summary>The members of an object, each name once. Reports the others.</summary>
    private IEnumerable<(string Name, SpecValue Value)> Distinct(SpecValue value)
    {
        var order = new List<string>();
        var last = new Dictionary<string, PositionedElement>(StringComparer.Ordinal);
        foreach (var member in value.Element.EnumerateObject())
        {
            var name = member.Name;
            if (last.TryGetValue(name, out var earlier))
                Problems.Report(earlier, JsonPointer.Append(value.Pointer, name), "the name occurs again below, and the last one counts");
            else
                order.Add(name);
            last[name] = member.Value;
        }

        return order.Select(name => (name, new SpecValue(last[name], JsonPointer.Append(value.Pointer, name))));
    }

    private bool Refuse(SpecShape shape, SpecValue value)
    {
        Problems.Report(value.Element, value.Pointer, $"expected {shape.Expected}, got {ValueDescription.Of(value.Element)}");
        return false;
    }

    private static bool IsExtension(string name) => name.StartsWith("x-", StringComparison.Ordinal);
}
