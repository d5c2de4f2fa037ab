using System.Text;
using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Binding.Types;

/// <summary>Reads the documentation in a schema: description, default, bounds, examples.</summary>
internal static class Annotations
{
    private const int ListedValues = 24;
    private const int MaxSchemas = 32;

    private static readonly HashSet<string> Keywords = new(
    [
        "$schema", "$id", "$comment", "$defs", "definitions", "title", "description", "default", "examples", "example", "deprecated",
        "readOnly", "writeOnly", "nullable",
    ], StringComparer.Ordinal);

    // Units are in the singular and get an "s" unless the bound is 1.
    private static readonly (string Keyword, string Words, string Unit)[] Bounds =
    [
        ("minimum", "at least ", ""), ("exclusiveMinimum", "more than ", ""), ("maximum", "at most ", ""),
         ("exclusiveMaximum", "less than ", ""),
        ("multipleOf", "a multiple of ", ""), ("minLength", "at least ", " character"), ("maxLength", "at most ", " character"),
        ("pattern", "matches ", ""), ("minItems", "at least ", " item"), ("maxItems", "at most ", " item"),
        ("minProperties", "at least ", " member"), ("maxProperties", "at most ", " member"), ("format", "format ", ""),
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

    /// <summary>Reads the documentation of a member, which is deprecated also if the schema that it refers to is.</summary>
    /// <param name="schema">The schema of the member.</param>
    /// <param name="root">The document that references point into.</param>
    public static DocumentationModel Read(PositionedElement schema, PositionedElement root) =>
        Read(schema) with { IsDeprecated = IsDeprecated(schema, root) };

    public static DocumentationModel Read(PositionedElement schema)
    {
        var description = schema["description"].AsString() ?? schema["title"].AsString() ?? "";
        var fallback = schema["default"];
        return new DocumentationModel(
            description,
            fallback.ValueKind == JsonValueKind.Undefined ? null : Compact(fallback.RawText),
            Notes(schema),
            string.Join("\n", Items(schema["examples"]).Take(4)),
            IsDeprecated(schema));
    }

    // Descriptions are not searched for the word.
    private static bool IsDeprecated(PositionedElement schema) => schema["deprecated"].AsBoolean() == true;

    /// <summary>
    /// Whether each value of the schema is deprecated: the schema says so, the one that it refers to, a branch of <c>allOf</c>, or each
    /// branch of <c>anyOf</c> or <c>oneOf</c> that accepts something else than null.
    /// </summary>
    public static bool IsDeprecated(PositionedElement schema, PositionedElement root)
    {
        var left = MaxSchemas;
        return IsDeprecated(schema, root, ref left);
    }

    private static bool IsDeprecated(PositionedElement schema, PositionedElement root, ref int left)
    {
        if (left-- <= 0)
            return false;
        if (IsDeprecated(schema) || (schema["$ref"].AsString() is { } reference
            && root.TryFollow(reference, out var target) && IsDeprecated(target, root, ref left)))
            return true;
        foreach (var branch in schema["allOf"].EnumerateArray())
        {
            if (IsDeprecated(branch, root, ref left))
                return true;
        }

        return AreDeprecated(schema["anyOf"], root, ref left) || AreDeprecated(schema["oneOf"], root, ref left);
    }

    private static bool AreDeprecated(PositionedElement branches, PositionedElement root, ref int left)
    {
        var isAny = false;
        foreach (var branch in branches.EnumerateArray())
        {
            if (SchemaView.IsNull(branch))
                continue;
            if (!IsDeprecated(branch, root, ref left))
                return false;
            isAny = true;
        }

        return isAny;
    }

    private static string Notes(PositionedElement schema)
    {
        var notes = new List<string>();
        foreach (var (keyword, words, unit) in Bounds)
        {
            var bound = schema[keyword];
            if (bound.ValueKind is JsonValueKind.Number or JsonValueKind.String)
                notes.Add(words + (bound.AsString() ?? bound.RawText) + unit + (unit.Length == 0 || bound.RawText == "1" ? "" : "s"));
        }

        var values = Items(schema["enum"]).ToArray();
        if (values.Length > 0)
            notes.Add("one of " + string.Join(", ", values.Take(ListedValues)) + (values.Length > ListedValues ? ", …" : ""));
        return string.Join("; ", notes);
    }

    private static IEnumerable<string> Items(PositionedElement array)
    {
        foreach (var item in array.EnumerateArray())
            yield return Compact(item.RawText);
    }

    // Puts JSON on one line.
    private static string Compact(string json)
    {
        if (json.IndexOf('\n') < 0)
            return json;
        var text = new StringBuilder(json.Length);
        var (isText, isEscaped) = (false, false);
        foreach (var c in json)
        {
            if (isText || c is not (' ' or '\t' or '\r' or '\n'))
                text.Append(c);
            isText ^= c == '"' && !isEscaped;
            isEscaped = c == '\\' && !isEscaped;
        }

        return text.ToString();
    }
}
