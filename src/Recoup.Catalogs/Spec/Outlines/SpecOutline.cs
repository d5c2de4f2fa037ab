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
    private const int MaxHops = 16;
    private const string SecuritySchemes = "/components/securitySchemes";

    private readonly PositionedElement _root;
    private readonly List<Problem> _problems;
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    // Path items and components of the outline, with their values in the document.
    private readonly Dictionary<string, Source> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Section, int Offset), string> _componentIds = [];
    private readonly List<(ObjectShape Shape, string Id, Source Source)> _components = [];

    public SpecOutline(PositionedElement root, List<Problem> problems)
    {
        (_root, _problems) = (root, problems);
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            WriteDocument(json);
        Utf8 = stream.ToArray();
    }

    /// <summary>The text of the outline.</summary>
    public byte[] Utf8 { get; }

    /// <summary>The value of the document at a place of the outline; undefined if there is none.</summary>
    public PositionedElement Find(string pointer)
    {
        var (source, below) = SourceOf(pointer);
        return source.Element.TryResolve(below, out var value) ? value : default;
    }

    /// <summary>The place in the document of a place of the outline.</summary>
    public string PointerOf(string pointer)
    {
        var (source, below) = SourceOf(pointer);
        return source.Pointer + below;
    }

    /// <summary>Reports a part of the document that breaks the specification, unless a problem of it or around it is known.</summary>
    /// <param name="pointer">Its place in the document.</param>
    /// <param name="reason">What was expected, and what came.</param>
    public void ReportOnce(string pointer, string reason)
    {
        for (var around = pointer; around.Length > 0; around = JsonPointer.Parent(around))
        {
            if (_reported.Contains(around))
                return;
        }

        Report(_root.Nearest(pointer), pointer, reason);
    }

    private void WriteDocument(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("openapi", _root["openapi"].GetString().StartsWith("3.0.", StringComparison.Ordinal) ? "3.0.4" : "3.1.1");
        WriteMembers(json, SpecShapeTable.Document, new Source(_root, ""));
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
        foreach (var (name, value) in Distinct(new Source(_root["components"]["securitySchemes"], SecuritySchemes)))
        {
            if (!Accepts(SpecShapeTable.SecurityScheme, value))
                continue;
            json.WritePropertyName(name);
            WriteObject(json, SpecShapeTable.SecurityScheme, Follow(value));
        }

        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, SpecShape shape, Source value)
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
            case ObjectShape { Section: not null } shared when IsReference(value.Element):
                json.WriteStartObject();
                json.WriteString("$ref", $"#/components/{shared.Section}/{ComponentOf(shared, Follow(value))}");
                json.WriteEndObject();
                break;
            case ObjectShape own:
                WriteObject(json, own, value);
                break;
        }
    }

    private void WriteList(Utf8JsonWriter json, ListShape list, Source value)
    {
        json.WriteStartArray();
        var index = 0;
        foreach (var element in value.Element.EnumerateArray())
        {
            var item = new Source(element, JsonPointer.Append(value.Pointer, index));
            if (Accepts(list.Entry, item))
                Write(json, list.Entry, item);
            else if (list.Placeholder is { } placeholder)
                json.WriteRawValue(placeholder(index));
            index++;
        }

        json.WriteEndArray();
    }

    private void WriteMap(Utf8JsonWriter json, MapShape map, Source value)
    {
        json.WriteStartObject();
        foreach (var (name, member) in Distinct(value))
        {
            if (map.IsExtensible && IsExtension(name))
                continue;
            if (map.WhyWrong?.Invoke(name) is { } reason)
                Report(member.Element, member.Pointer, reason);
            else
                WriteMember(json, name, map.Value, member);
        }

        json.WriteEndObject();
    }

    private void WriteObject(Utf8JsonWriter json, ObjectShape shape, Source value)
    {
        json.WriteStartObject();
        WriteMembers(json, shape, value);
        json.WriteEndObject();
    }

    private void WriteMembers(Utf8JsonWriter json, ObjectShape shape, Source value)
    {
        foreach (var (name, member) in Distinct(value))
        {
            if (shape.Members.TryGetValue(name, out var known))
                WriteMember(json, name, known, member);
            else if (!IsExtension(name))
                Report(member.Element, member.Pointer, $"expected {shape.Expected}, which has no '{name}'");
        }
    }

    private void WriteMember(Utf8JsonWriter json, string name, SpecShape shape, Source value)
    {
        if (!Accepts(shape, value))
            return;
        json.WritePropertyName(name);
        if (shape != SpecShapeTable.PathItem)
        {
            Write(json, shape, value);
            return;
        }

        // The operations of a path item belong to the path that refers to it.
        var item = Follow(value);
        _sources[value.Pointer] = item;
        WriteObject(json, SpecShapeTable.PathItem, item);
    }

    /// <summary>Whether a value has its shape. Reports a value that does not.</summary>
    private bool Accepts(SpecShape shape, Source value)
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

    private bool AcceptsObject(ObjectShape shape, Source value)
    {
        var target = value;
        if (shape.Section is not null && IsReference(value.Element))
        {
            target = Follow(value);
            if (target.Element.ValueKind == JsonValueKind.Undefined)
            {
                _problems.Add(new Problem(SpecProblems.DanglingReference, SubjectOf(value.Pointer), value.Element["$ref"].GetString())
                {
                    Pointer = value.Pointer,
                    Range = value.Element.StartRange,
                });
                return false;
            }

            ReportSiblings(shape, value);
        }

        if (target.Element.ValueKind != JsonValueKind.Object)
            return Refuse(shape, target);
        if (shape.WhyUnusable?.Invoke(target.Element) is not { } reason)
            return true;
        Report(target.Element, target.Pointer, reason);
        return false;
    }

    // The description beside a reference is also lost, but it is only documentation.
    private void ReportSiblings(ObjectShape shape, Source value)
    {
        foreach (var (name, member) in Distinct(value))
        {
            if (shape.Members.TryGetValue(name, out var known) && known is not (IgnoredShape or TextShape))
                Report(member.Element, member.Pointer, "the '$ref' beside it replaces it");
        }
    }

    private string ComponentOf(ObjectShape shape, Source target)
    {
        var key = (shape.Section!, target.Element.Offset);
        if (!_componentIds.TryGetValue(key, out var id))
        {
            id = FormattableString.Invariant($"c{_components.Count}");
            _componentIds.Add(key, id);
            _components.Add((shape, id, target));
            _sources.Add(JsonPointer.Of("components", shape.Section!, id), target);
        }

        return id;
    }

    /// <summary>The target of a reference, through further references; undefined if there is none, also in a circle.</summary>
    private Source Follow(Source value)
    {
        for (var hops = 0; IsReference(value.Element); hops++)
        {
            var reference = value.Element["$ref"].GetString();
            var pointer = reference.StartsWith("#", StringComparison.Ordinal) ? Uri.UnescapeDataString(reference[1..]) : null;
            if (hops == MaxHops || pointer is null || !_root.TryResolve(pointer, out var target))
                return new Source(default, value.Pointer);
            value = new Source(target, pointer);
        }

        return value;
    }

    /// <summary>The members of an object, each name once. Reports the others.</summary>
    private IEnumerable<(string Name, Source Value)> Distinct(Source value)
    {
        var order = new List<string>();
        var last = new Dictionary<string, PositionedElement>(StringComparer.Ordinal);
        foreach (var member in value.Element.EnumerateObject())
        {
            var name = member.Name;
            if (last.TryGetValue(name, out var earlier))
                Report(earlier, JsonPointer.Append(value.Pointer, name), "the name occurs again below, and the last one counts");
            else
                order.Add(name);
            last[name] = member.Value;
        }

        return order.Select(name => (name, new Source(last[name], JsonPointer.Append(value.Pointer, name))));
    }

    private bool Refuse(SpecShape shape, Source value)
    {
        Report(value.Element, value.Pointer, $"expected {shape.Expected}, got {ValueDescription.Of(value.Element)}");
        return false;
    }

    private void Report(PositionedElement place, string pointer, string reason)
    {
        _reported.Add(pointer);
        _problems.Add(new Problem(SpecProblems.Invalid, pointer.Length == 0 ? "the document" : pointer, reason)
        {
            Pointer = pointer,
            Range = place.StartRange,
        });
    }

    private (Source Source, string Below) SourceOf(string pointer)
    {
        var end = pointer.StartsWith("/components/", StringComparison.Ordinal) ? EndOfStep(pointer, 3) : EndOfStep(pointer, 2);
        return _sources.TryGetValue(pointer[..end], out var source)
            ? (source, pointer[end..])
            : (new Source(_root, ""), pointer);
    }

    private static int EndOfStep(string pointer, int steps)
    {
        var end = 0;
        for (; steps > 0 && end >= 0 && end < pointer.Length; steps--)
            end = pointer.IndexOf('/', end + 1);
        return end < 0 ? pointer.Length : end;
    }

    // The operation, or the path, that a place belongs to.
    private static string SubjectOf(string pointer)
    {
        var steps = JsonPointer.Parse(pointer)!;
        return steps.Count < 2 || steps[0] != "paths" ? pointer
            : steps.Count > 2 && SpecShapeTable.Methods.Contains(steps[2]) ? $"{steps[2].ToUpperInvariant()} {steps[1]}"
            : steps[1];
    }

    private static bool IsReference(PositionedElement element) => element["$ref"].ValueKind == JsonValueKind.String;

    private static bool IsExtension(string name) => name.StartsWith("x-", StringComparison.Ordinal);

    /// <summary>A value of the document.</summary>
    /// <param name="Element">The value.</param>
    /// <param name="Pointer">Its place.</param>
    private readonly record struct Source(PositionedElement Element, string Pointer);
}
