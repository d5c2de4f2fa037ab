using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.AI.Dialects;

/// <summary>
/// Compares the definition of a tool with the table of a dialect. It knows nothing of the writers, so it judges what they write, too.
/// </summary>
internal sealed class DialectChecker
{
    private const int MostDepth = 128;

    private static readonly string[] UnionKeywords = ["anyOf", "oneOf", "allOf", "not", "enum"];
    private static readonly string[] MapsOfSchemas = ["properties", "patternProperties", "$defs", "definitions", "dependentSchemas"];
    private static readonly string[] ListsOfSchemas = ["anyOf", "oneOf", "allOf", "prefixItems"];
    private static readonly string[] SingleSchemas =
    [
        "items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames", "unevaluatedItems",
        "unevaluatedProperties",
    ];

    // Annotations that a client of every provider removes or that are ignored.
    private static readonly string[] Ignored =
        ["title", "examples", "example", "$schema", "$id", "id", "$comment", "deprecated", "definitions"];

    private static readonly string[] Types = ["string", "number", "integer", "boolean", "array", "object", "null"];

    private readonly DialectRow _row;
    private readonly List<DialectViolation> _violations = [];
    private int _properties;
    private int _depth;
    private int _enumValues;
    private int _characters;
    private bool _hasLongEnum;

    private DialectChecker(DialectRow row) => _row = row;

    /// <summary>Lists where a definition breaks the rules of a dialect.</summary>
    public static IReadOnlyList<DialectViolation> Check(string name, JsonElement schema, DialectRow row)
    {
        var checker = new DialectChecker(row);
        if (row.Dialect == Dialect.None)
            return [];
        if (!row.Names.Accepts(name))
            checker.Report(DialectProblems.Name, "", name);
        try
        {
            checker.CheckRoot(schema);
            checker.Visit(schema, "", objects: 0, depth: 0);
            checker.CheckSize();
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json cannot read such a text as a string.
            checker.Report(DialectProblems.Invalid, "", "a text with half of a surrogate pair");
        }

        return checker._violations;
    }

    private void CheckRoot(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("type", out var type) || Text(type) != "object")
            Report(DialectProblems.Root, "", "no type 'object'");
        if (_row.AcceptsUnionAtRoot || root.ValueKind != JsonValueKind.Object)
            return;
        foreach (var keyword in UnionKeywords.Where(keyword => root.TryGetProperty(keyword, out _)))
            Report(DialectProblems.Root, "/" + keyword, keyword);
    }

    private void Visit(JsonElement schema, string pointer, int objects, int depth)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False && !_row.IsSubset)
            return;
        if (schema.ValueKind != JsonValueKind.Object || depth > MostDepth)
        {
            Report(DialectProblems.Invalid, pointer, $"{schema.ValueKind} in place of a schema");
            return;
        }

        CheckKeywords(schema, pointer);
        CheckType(schema, pointer);
        CheckEnum(schema, pointer);
        var types = TypesOf(schema);
        if (types.Contains("object") || schema.TryGetProperty("properties", out _))
            objects = CheckObject(schema, pointer, objects);
        var hasItems = schema.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Object;
        if (types.Contains("array") && _row.NeedsItems && !hasItems)
            Report(DialectProblems.Items, pointer, "no items");
        VisitChildren(schema, pointer, objects, depth);
    }

    private void VisitChildren(JsonElement schema, string pointer, int objects, int depth)
    {
        foreach (var keyword in SingleSchemas)
        {
            if (!schema.TryGetProperty(keyword, out var child) || !_row.Accepts(keyword))
                continue;
            if (keyword != "additionalProperties" || child.ValueKind == JsonValueKind.Object)
                Visit(child, $"{pointer}/{keyword}", objects, depth + 1);
        }

        foreach (var keyword in MapsOfSchemas)
        {
            if (!schema.TryGetProperty(keyword, out var map) || map.ValueKind != JsonValueKind.Object)
                continue;
            if (!_row.Accepts(keyword) && keyword != "definitions")
                continue;
            var levels = keyword is "$defs" or "definitions" ? 0 : objects;
            foreach (var member in map.EnumerateObject())
                Visit(member.Value, $"{pointer}/{keyword}/{JsonPointer.Escape(member.Name)}", levels, depth + 1);
        }

        foreach (var keyword in ListsOfSchemas)
        {
            if (!schema.TryGetProperty(keyword, out var list) || list.ValueKind != JsonValueKind.Array || !_row.Accepts(keyword))
                continue;
            foreach (var (item, index) in list.EnumerateArray().Select((item, index) => (item, index)))
                Visit(item, FormattableString.Invariant($"{pointer}/{keyword}/{index}"), objects, depth + 1);
        }
    }

    private void CheckKeywords(JsonElement schema, string pointer)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in schema.EnumerateObject())
        {
            var place = $"{pointer}/{JsonPointer.Escape(member.Name)}";
            if (!names.Add(member.Name))
                Report(DialectProblems.Invalid, place, $"'{member.Name}' twice");
            else if (member.Name == "$ref" && !_row.AcceptsReferences)
                Report(DialectProblems.Reference, place, Text(member.Value));
            else if (member.Name == "$ref" && _row.IsSubset && schema.EnumerateObject().Count() > 1)
                Report(DialectProblems.Keyword, place, "a keyword beside '$ref'");
            else if (!_row.Accepts(member.Name) && !Ignored.Contains(member.Name) && !IsHarmless(member))
                Report(DialectProblems.Keyword, place, member.Name);
            else
                CheckValue(member, place);
        }
    }

    private static bool IsHarmless(JsonProperty member) => member.Name switch
    {
        "default" => member.Value.ValueKind == JsonValueKind.Null,
        "nullable" => true,
        "uniqueItems" => member.Value.ValueKind == JsonValueKind.False,
        "additionalProperties" => member.Value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => !KnownKeywords.Contains(member.Name),
    };

    private void CheckValue(JsonProperty member, string place)
    {
        switch (member.Name)
        {
            case "required":
                var names = member.Value.ValueKind == JsonValueKind.Array
                    ? member.Value.EnumerateArray()
                        .Select(name => name.ValueKind == JsonValueKind.String ? name.GetString() : null).ToList()
                    : [null];
                if (names.Contains(null) || names.Distinct(StringComparer.Ordinal).Count() < names.Count)
                    Report(DialectProblems.Invalid, place, "'required' that is no list of different names");
                break;
            case "exclusiveMinimum" or "exclusiveMaximum" or "minimum" or "maximum" or "multipleOf":
                if (member.Value.ValueKind != JsonValueKind.Number)
                    Report(DialectProblems.Invalid, place, $"'{member.Name}' that is no number");
                break;
            case "format":
                if (_row.Formats?.Contains(Text(member.Value)) == false)
                    Report(DialectProblems.Keyword, place, $"format {Text(member.Value)}");
                break;
            case "pattern":
                if (!Patterns.IsValid(Text(member.Value)) || (_row.IsSubset && !Patterns.IsSimple(Text(member.Value))))
                    Report(DialectProblems.Keyword, place, "pattern");
                break;
            case "items" when member.Value.ValueKind == JsonValueKind.Array:
                Report(DialectProblems.Invalid, place, "a list of 'items', which 2020-12 calls 'prefixItems'");
                break;
        }
    }

    private void CheckType(JsonElement schema, string pointer)
    {
        if (!schema.TryGetProperty("type", out var type))
        {
            if (_row.IsSubset && !schema.TryGetProperty("anyOf", out _) && !schema.TryGetProperty("$ref", out _))
                Report(DialectProblems.Object, pointer, "any value");
            return;
        }

        if (TypesOf(schema).Count == 0 || TypesOf(schema).Except(Types).Any())
            Report(DialectProblems.Invalid, pointer + "/type", $"the type {Excerpt(type.GetRawText())}");
        else if (type.ValueKind == JsonValueKind.Array && _row.NeedsOneType)
            Report(DialectProblems.Types, pointer + "/type", string.Join(", ", TypesOf(schema)));
        else if (_row.NeedsOneType && Text(type) == "null")
            Report(DialectProblems.Types, pointer + "/type", "null");
    }

    private void CheckEnum(JsonElement schema, string pointer)
    {
        if (!schema.TryGetProperty("enum", out var values) || values.ValueKind != JsonValueKind.Array)
            return;
        _enumValues += values.GetArrayLength();
        var length = values.EnumerateArray().Sum(value => value.ValueKind == JsonValueKind.String ? value.GetString()!.Length : 0);
        _characters += length;
        _hasLongEnum |= _row.Size is { } limit && values.GetArrayLength() > limit.LongEnum && length > limit.EnumCharacters;
        var hasOthers = values.EnumerateArray().Any(value => value.ValueKind != JsonValueKind.String || value.ValueEquals(""u8));
        if (_row.EnumeratesStringsOnly && hasOthers)
            Report(DialectProblems.Enum, pointer + "/enum", Excerpt(values.GetRawText()));
        else if (_row.EnumeratesStringsOnly && !(schema.TryGetProperty("type", out var type) && Text(type) == "string"))
            Report(DialectProblems.Enum, pointer + "/enum", "values without the type 'string'");
    }

    private int CheckObject(JsonElement schema, string pointer, int objects)
    {
        var names = schema.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
            ? properties.EnumerateObject().Select(property => property.Name).ToList()
            : [];
        objects++;
        _depth = Math.Max(_depth, objects);
        _properties += names.Count;
        _characters += names.Sum(name => name.Length);
        foreach (var name in names.Where(name => _row.Keys?.Accepts(name) == false))
            Report(DialectProblems.Key, $"{pointer}/properties/{JsonPointer.Escape(name)}", name);

        var isClosed = schema.TryGetProperty("additionalProperties", out var further) && further.ValueKind == JsonValueKind.False;
        if (_row.NeedsProperties && names.Count == 0 && pointer.Length > 0)
            Report(DialectProblems.Object, pointer, "an object without properties");
        else if (_row.NeedsClosedObjects && !isClosed && (names.Count == 0 || further.ValueKind == JsonValueKind.Object))
            Report(DialectProblems.Object, pointer, "an object with any properties");
        else if (_row.NeedsClosedObjects && !isClosed)
            Report(DialectProblems.Closed, pointer, "an open object");
        if (_row.NeedsClosedObjects)
        {
            var required = schema.TryGetProperty("required", out var list) && list.ValueKind == JsonValueKind.Array
                ? list.EnumerateArray().Select(Text).ToHashSet(StringComparer.Ordinal)
                : [];
            foreach (var name in names.Where(name => !required.Contains(name)))
                Report(DialectProblems.Optional, $"{pointer}/properties/{JsonPointer.Escape(name)}", name);
        }

        return objects;
    }

    private void CheckSize()
    {
        if (_row.Size is not { } limit)
            return;
        if (_properties > limit.Properties)
            ReportSize(FormattableString.Invariant($"at most {limit.Properties} properties, got {_properties}"));
        if (_depth > limit.Depth)
            ReportSize(FormattableString.Invariant($"at most {limit.Depth} levels of objects, got {_depth}"));
        if (_enumValues > limit.EnumValues)
            ReportSize(FormattableString.Invariant($"at most {limit.EnumValues} values of 'enum', got {_enumValues}"));
        if (_characters > limit.Characters || _hasLongEnum)
            ReportSize(FormattableString.Invariant($"at most {limit.Characters} characters of names and values, got {_characters}"));
    }

    private void ReportSize(string found) => Report(DialectProblems.Size, "", found);

    private static List<string> TypesOf(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? []
        : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(Text)] : [Text(type)];

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static string Excerpt(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private void Report(ProblemDescriptor rule, string pointer, string found) => _violations.Add(new(rule, pointer, found));
}
