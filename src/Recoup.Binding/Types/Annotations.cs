using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Binding.Types;

/// <summary>What a schema says to people: description, default, bounds, examples.</summary>
internal static class Annotations
{
    private const int ListedValues = 24;

    private static readonly HashSet<string> Keywords = new(
    [
        "$schema", "$id", "$comment", "$defs", "definitions", "title", "description", "default", "examples", "example", "deprecated",
        "readOnly", "writeOnly", "nullable",
    ], StringComparer.Ordinal);

    private static readonly (string Keyword, string Words)[] Bounds =
    [
        ("minimum", "at least {0}"), ("exclusiveMinimum", "more than {0}"), ("maximum", "at most {0}"), ("exclusiveMaximum", "less than {0}"),
        ("multipleOf", "a multiple of {0}"), ("minLength", "at least {0} characters"), ("maxLength", "at most {0} characters"),
        ("pattern", "matches {0}"), ("minItems", "at least {0} items"), ("maxItems", "at most {0} items"), ("format", "format {0}"),
    ];

    /// <summary>Whether the schema has a keyword that is more than an annotation.</summary>
    public static bool SayMore(PositionedElement schema)
    {
        foreach (var member in schema.EnumerateObject())
        {
            if (!Keywords.Contains(member.Name))
                return true;
        }

        return false;
    }

    public static DocumentationModel Read(PositionedElement schema)
    {
        var description = schema["description"].AsString() ?? schema["title"].AsString() ?? "";
        var fallback = schema["default"];
        return new DocumentationModel(
            description,
            fallback.ValueKind == JsonValueKind.Undefined ? null : fallback.RawText,
            Notes(schema),
            string.Join("\n", Items(schema["examples"]).Take(4)));
    }

    private static string Notes(PositionedElement schema)
    {
        var notes = new List<string>();
        foreach (var (keyword, words) in Bounds)
        {
            var bound = schema[keyword];
            if (bound.ValueKind is JsonValueKind.Number or JsonValueKind.String)
                notes.Add(words.Replace("{0}", bound.AsString() ?? bound.RawText));
        }

        var values = Items(schema["enum"]).ToArray();
        if (values.Length > 0)
            notes.Add("one of " + string.Join(", ", values.Take(ListedValues)) + (values.Length > ListedValues ? ", …" : ""));
        return string.Join("; ", notes);
    }

    private static IEnumerable<string> Items(PositionedElement array)
    {
        foreach (var item in array.EnumerateArray())
            yield return item.RawText;
    }
}
