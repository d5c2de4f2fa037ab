using Recoup.Contracts.Learning.Printing;
using Recoup.Contracts.Learning.Shapes;

namespace Recoup.Contracts.Learning.Reports;

/// <summary>A place of a payload, as reports show it.</summary>
/// <param name="Path">The path, for example <c>messages[].size</c>; empty for the payload itself.</param>
/// <param name="Shape">What was seen there.</param>
/// <param name="Seen">How often the place had a value.</param>
/// <param name="Of">How often it could have had one: the number of objects.</param>
internal sealed record SeenMember(string Path, Shape Shape, long Seen, long Of)
{
    private const string Payload = "(payload)";

    public bool IsOptional => Seen < Of;

    /// <summary>The type in words.</summary>
    public string Type => TypeOf(Shape, Path);

    public string Name => Path.Length == 0 ? Payload : Path;

    /// <summary>The payload and everything in it, in the order of the schema.</summary>
    public static IEnumerable<SeenMember> Below(Shape shape) => Below(new SeenMember("", shape, shape.Count, shape.Count));

    /// <summary>The reasons why the schema of the place may change with the next recording.</summary>
    public IEnumerable<string> Doubts()
    {
        if (Shape.IsAnything)
            yield return "too deep or too varied to describe";
        else if (Shape.Kinds == ShapeKinds.Null)
            yield return "always null";
        else if (Seen == 1)
            yield return "seen once";
        else if (Shape.Text is { Values: [_] } && Shape.Kinds == ShapeKinds.Text)
            yield return "always the same value";
        if (Shape.Arrays > 0 && Shape.Items is null)
            yield return "always an empty array";
        if (Shape.Object is { Members: [], Values: null })
            yield return "always an empty object";
        if (IsOptional)
            yield return FormattableString.Invariant($"missing {Of - Seen} of {Of} times");
    }

    private static IEnumerable<SeenMember> Below(SeenMember place)
    {
        yield return place;
        var below = new List<SeenMember>();
        if (place.Shape.Object is { } seen)
        {
            var parts = ObjectParts.Of(seen);
            below.AddRange(parts.Members.Select(member =>
                new SeenMember(Join(place.Path, member.Name), member.Shape, member.Count, seen.Count)));
            if (parts.Values is { } values)
                below.Add(new SeenMember(place.Path + "[*]", values, values.Count, values.Count));
        }

        if (place.Shape.Items is { } items)
            below.Add(new SeenMember(place.Path + "[]", items, items.Count, items.Count));
        foreach (var member in below.SelectMany(Below))
            yield return member;
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static string TypeOf(Shape shape, string path)
    {
        if (shape.IsAnything)
            return "anything";
        var name = path[(path.LastIndexOf('.') + 1)..].TrimEnd('[', ']', '*');
        var format = shape.Text is { } text ? TextFormatTable.NameOf(text.Formats) : null;
        var isEnum = ShapePrinter.EnumOf(shape, name) is not null;
        return string.Join(" or ", ShapePrinter.TypesOf(shape).Select(type => type switch
        {
            "string" => isEnum ? "open enum" : format ?? type,
            "object" when shape.Object is { Values: not null } => "map",
            _ => type,
        }));
    }
}
