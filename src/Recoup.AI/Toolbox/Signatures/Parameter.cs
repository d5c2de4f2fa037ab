using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.AI.Toolbox.Signatures;

/// <summary>A parameter of an action.</summary>
/// <param name="Name">The name.</param>
/// <param name="Schemas">The schemas that describe it: usually one, several if parts of a composition do.</param>
/// <param name="IsUnion">Whether a value needs only one of the schemas, and not all.</param>
/// <param name="IsRequired">Whether the schema of the action requires it.</param>
internal sealed record Parameter(string Name, IReadOnlyList<PositionedElement> Schemas, bool IsUnion, bool IsRequired)
{
    private const int LongestName = 80;
    private const int LongestDescription = 300;
    private const int LongestType = 1_000;
    private const int LongestFact = 100;

    private static readonly string[] Facts =
    [
        "format", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
        "minItems", "maxItems", "default",
    ];

    /// <summary>The name, quoted where TypeScript requires it, and the type: <c>labels?: string[]</c>.</summary>
    /// <param name="types">Writes the type.</param>
    /// <param name="depth">How many levels of nested objects and arrays are written.</param>
    public string Declaration(TypeWriter types, int depth) => Declaration(types.TypeOf(Schemas, IsUnion, depth));

    /// <summary>Name, type, description, bounds and default in one line.</summary>
    /// <param name="types">Writes the type.</param>
    /// <param name="depth">How many levels of nested objects and arrays are written.</param>
    public string Line(TypeWriter types, int depth)
    {
        var type = SafeText.Cut(types.TypeOf(Schemas, IsUnion, depth), LongestType);
        var description = SafeText.Line(
            Schemas.Select(schema => schema["description"].AsString()).FirstOrDefault(text => text is not null) ?? "", LongestDescription);
        var facts = Facts.Select(Fact).OfType<string>().ToArray();
        return Declaration(type)
            + (description.Length > 0 ? $" // {description}" : "")
            + (facts.Length > 0 ? $" ({string.Join(", ", facts)})" : "");
    }

    private string Declaration(string type) => $"{SafeText.Name(Name, LongestName)}{(IsRequired ? "" : "?")}: {type}";

    // What only some schemas of a union demand does not apply to all values.
    private string? Fact(string keyword)
    {
        var values = Schemas.Select(schema => schema[keyword]).ToList();
        var stated = values.Find(value => value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null));
        return stated.ValueKind == JsonValueKind.Undefined || (IsUnion && values.Exists(value => value != stated))
            ? null
            : $"{keyword} {SafeText.Line(stated.RawText, LongestFact)}";
    }
}
