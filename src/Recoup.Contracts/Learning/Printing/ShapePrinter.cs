using System.Text.Json;
using Recoup.Contracts.Learning.Shapes;

namespace Recoup.Contracts.Learning.Printing;

/// <summary>
/// Writes a shape as a JSON Schema (draft 2020-12). A wider shape has a wider schema. Members are sorted by name, so the text does not
/// depend on the order of the recordings.
/// </summary>
internal sealed class ShapePrinter(Utf8JsonWriter json)
{
    /// <summary>Each value of an enum was seen so often.</summary>
    private const int Repetitions = 3;
    private const int FewestValues = 2;

    private static readonly (ShapeKinds Kind, string Name)[] Types =
    [
        (ShapeKinds.Object, "object"),
        (ShapeKinds.Array, "array"),
        (ShapeKinds.Text, "string"),
        (ShapeKinds.Fraction, "number"),
        (ShapeKinds.Integer, "integer"),
        (ShapeKinds.Boolean, "boolean"),
        (ShapeKinds.Null, "null"),
    ];

    /// <summary>The schema of a shape.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="name">The name of the member that has the values; empty if there is none.</param>
    public static JsonElement Print(Shape shape, string name) => Json(writer => new ShapePrinter(writer).Write(shape, name));

    /// <summary>The schema of the values of one kind in a shape.</summary>
    public static JsonElement Print(Shape shape, string name, string type) =>
        Json(writer => new ShapePrinter(writer).WriteKind(shape, name, [type]));

    /// <summary>The names of the types of a shape, null last. An integer is not listed beside other numbers.</summary>
    public static List<string> TypesOf(Shape shape) => [.. Types
        .Where(type => (shape.Kinds & type.Kind) != 0
            && !(type.Kind == ShapeKinds.Integer && (shape.Kinds & ShapeKinds.Fraction) != 0))
        .Select(type => type.Name)];

    /// <summary>The values of a string that is printed as an open enum, sorted; null if it is printed as any string.</summary>
    public static IReadOnlyList<string>? EnumOf(Shape shape, string name) =>
        shape.Text is { Formats: TextFormats.None, Values: { Count: >= FewestValues } values }
            && values.All(value => value.Count >= Repetitions)
            && !IdentityNames.Contains(name)
                ? [.. values.Select(value => value.Text).Order(StringComparer.Ordinal)]
                : null;

    private static JsonElement Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            write(writer);
        using var document = JsonDocument.Parse(stream.ToArray(), new JsonDocumentOptions { MaxDepth = 1000 });
        return document.RootElement.Clone();
    }

    public void Write(Shape shape, string name)
    {
        var types = shape.IsAnything ? [] : TypesOf(shape);
        var values = EnumOf(shape, name);
        var isSeveral = types.Count - (types.Contains("null") ? 1 : 0) > 1;
        if (types.Count == 0)
            WriteAnything();
        else if (isSeveral && values is null && (shape.Kinds & (ShapeKinds.Object | ShapeKinds.Array)) == 0 && FormatOf(shape) is null)
            WriteKind(shape, name, types);
        else if (isSeveral || values is not null)
            WriteBranches(shape, name, types, values, isSeveral);
        else
            WriteKind(shape, name, types);
    }

    private void WriteAnything()
    {
        json.WriteStartObject();
        json.WriteEndObject();
    }

    private void WriteBranches(Shape shape, string name, List<string> types, IReadOnlyList<string>? values, bool isSeveral)
    {
        json.WriteStartObject();
        json.WriteStartArray("anyOf");
        if (values is not null)
        {
            json.WriteStartObject();
            WriteNames("enum", values);
            json.WriteEndObject();
        }

        if (isSeveral)
        {
            foreach (var type in types)
                WriteKind(shape, name, [type]);
        }
        else
        {
            WriteKind(shape, name, types);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteKind(Shape shape, string name, List<string> types)
    {
        json.WriteStartObject();
        if (types.Count == 1)
            json.WriteString("type", types[0]);
        else
            WriteNames("type", types);
        if (types.Contains("string") && FormatOf(shape) is { } format)
            json.WriteString("format", format);
        if (types.Contains("array"))
            WriteArray(shape, name);
        if (types.Contains("object"))
            WriteObject(shape.Object!, name);
        json.WriteEndObject();
    }

    private static string? FormatOf(Shape shape) => shape.Text is { } text ? TextFormatTable.NameOf(text.Formats) : null;

    private void WriteArray(Shape shape, string name)
    {
        if (shape.Items is null)
        {
            json.WriteNumber("maxItems", 0);
            return;
        }

        json.WritePropertyName("items");
        Write(shape.Items, name);
    }

    private void WriteObject(ObjectShape shape, string name)
    {
        var parts = ObjectParts.Of(shape);
        if (parts.Members.Count > 0)
        {
            json.WriteStartObject("properties");
            foreach (var member in parts.Members)
            {
                json.WritePropertyName(member.Name);
                Write(member.Shape, member.Name);
            }

            json.WriteEndObject();
        }

        if (parts.Required.Count > 0)
            WriteNames("required", parts.Required);
        if (parts.Values is null)
        {
            json.WriteBoolean("additionalProperties", false);
        }
        else
        {
            json.WritePropertyName("additionalProperties");
            Write(parts.Values, name);
        }
    }

    private void WriteNames(string keyword, IReadOnlyList<string> names)
    {
        json.WriteStartArray(keyword);
        foreach (var name in names)
            json.WriteStringValue(name);
        json.WriteEndArray();
    }
}
