using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Binding.Types;

/// <summary>
/// A rule about the members of an object that no C# type expresses. Bounds of their number are documented like those of other values.
/// </summary>
/// <param name="Pointer">The JSON pointer of the keyword, below the action.</param>
/// <param name="Text">The rule: what the keyword demands.</param>
internal sealed record ObjectRule(string Pointer, string Text)
{
    private const int MaxNames = 6;
    private const int MaxLength = 60;

    private static readonly (string Keyword, string Demand)[] Others =
    [
        ("not", "forbids a combination of members"),
        ("dependentRequired", "requires some members beside others"),
        ("propertyNames", "restricts the names of members"),
    ];

    /// <summary>The rules of the keywords that offer no choice.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="pointer">Its JSON pointer, below the action.</param>
    public static IEnumerable<ObjectRule> Of(PositionedElement schema, string pointer)
    {
        foreach (var (keyword, demand) in Others)
        {
            if (schema.TryGetProperty(keyword, out var value) && !IsEmpty(value))
                yield return new ObjectRule(JsonPointer.Append(pointer, keyword), $"'{keyword}' {demand}");
        }

        foreach (var dependency in schema["dependencies"].EnumerateObject())
        {
            if (dependency.Value.ValueKind != JsonValueKind.Array)
                continue;
            yield return new ObjectRule(pointer + "/dependencies", "'dependencies' requires some members beside others");
            break;
        }

        if (schema.TryGetProperty("properties", out _)
            && schema["patternProperties"] is { ValueKind: JsonValueKind.Object } patterns
            && !IsEmpty(patterns))
        {
            yield return new ObjectRule(
                pointer + "/patternProperties", "'patternProperties' describes more members by the form of their names");
        }
    }

    /// <summary>The rule of a keyword that offers a choice.</summary>
    /// <param name="keyword">The keyword.</param>
    /// <param name="pointer">Its JSON pointer, below the action.</param>
    /// <param name="alternatives">The schemas of the alternatives, references followed.</param>
    public static ObjectRule OfChoice(string keyword, string pointer, IReadOnlyList<PositionedElement> alternatives) =>
        new(pointer, keyword switch
        {
            "if" => "'if' decides which members are allowed or required",
            "dependentSchemas" or "dependencies" => $"'{keyword}' describes more members beside others",
            _ => $"'{keyword}' demands {(keyword == "oneOf" ? "exactly" : "at least")} one of {alternatives.Count} alternatives: "
                + string.Join(" or ", alternatives.Take(MaxNames).Select(Describe)) + (alternatives.Count > MaxNames ? " or …" : ""),
        });

    // An alternative is known by its title, by what it requires, or by what it describes.
    private static string Describe(PositionedElement schema)
    {
        var text = schema["title"].AsString() ?? Join(Names(schema["required"])) ?? Join(Properties(schema)) ?? "any members";
        return "'" + (text.Length <= MaxLength ? text : text[..MaxLength] + "…") + "'";
    }

    private static string? Join(IEnumerable<string> names)
    {
        var text = string.Join(", ", names.Take(MaxNames));
        return text.Length == 0 ? null : text;
    }

    private static IEnumerable<string> Names(PositionedElement array)
    {
        foreach (var item in array.EnumerateArray())
        {
            if (item.AsString() is { } name)
                yield return name;
        }
    }

    private static IEnumerable<string> Properties(PositionedElement schema)
    {
        foreach (var property in schema["properties"].EnumerateObject())
            yield return property.Name;
    }

    private static bool IsEmpty(PositionedElement value) => value.ValueKind == JsonValueKind.True || value.RawText == "{}";
}
