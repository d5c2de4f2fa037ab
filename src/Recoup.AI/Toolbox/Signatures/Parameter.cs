using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;

namespace Recoup.AI.Toolbox.Signatures;

/// <summary>A parameter of an action.</summary>
/// <param name="Name">The name, quoted where TypeScript requires it.</param>
/// <param name="Schema">The schema.</param>
/// <param name="IsRequired">Whether the schema of the action requires it.</param>
internal sealed record Parameter(string Name, PositionedElement Schema, bool IsRequired)
{
    private const int MostParameters = 200;
    private const int LongestName = 80;
    private const int LongestDescription = 300;
    private const int LongestType = 1_000;
    private const int LongestFact = 100;

    private static readonly string[] Facts =
    [
        "format", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
        "minItems", "maxItems", "default",
    ];

    /// <summary>The parameters of an action, required ones first, otherwise in the order of the schema; at most 200.</summary>
    public static IReadOnlyList<Parameter> Of(CatalogAction action)
    {
        var required = TypeWriter.Required(action.ParametersSource);
        var parameters = new List<Parameter>();
        foreach (var property in action.ParametersSource["properties"].EnumerateObject())
        {
            if (parameters.Count == MostParameters)
                break;
            var name = property.Name;
            parameters.Add(new(SafeText.Name(name, LongestName), property.Value, required.Contains(name)));
        }

        return [.. parameters.OrderByDescending(parameter => parameter.IsRequired)];
    }

    /// <summary>Name, type, description, bounds and default in one line.</summary>
    /// <param name="types">Writes the type.</param>
    /// <param name="depth">How many levels of nested objects and arrays are written.</param>
    public string Line(TypeWriter types, int depth)
    {
        var type = SafeText.Cut(types.TypeOf(Schema, depth), LongestType);
        var description = SafeText.Line(Schema["description"].AsString() ?? "", LongestDescription);
        var facts = Facts.Where(fact => Schema[fact].ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
            .Select(fact => $"{fact} {SafeText.Line(Schema[fact].RawText, LongestFact)}")
            .ToArray();
        return $"{Name}{(IsRequired ? "" : "?")}: {type}"
            + (description.Length > 0 ? $" // {description}" : "")
            + (facts.Length > 0 ? $" ({string.Join(", ", facts)})" : "");
    }
}
