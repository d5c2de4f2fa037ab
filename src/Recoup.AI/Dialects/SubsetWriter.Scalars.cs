using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Schemas;

namespace Recoup.AI.Dialects;

/// <summary>Types, values and bounds.</summary>
internal sealed partial class SubsetWriter
{
    private static readonly string[] StringKeywords = ["minLength", "maxLength", "pattern", "format"];
    private static readonly string[] NumberKeywords =
        ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];

    // These judge a value as a whole, and no subset has them.
    private static readonly string[] OtherKeywords = ["not", "if", "$dynamicRef", "$recursiveRef"];

    private ValueKindSet KindsOf(IReadOnlyList<SchemaPart> parts)
    {
        foreach (var part in parts)
        {
            foreach (var keyword in OtherKeywords.Where(keyword => part.Has(keyword)))
                _losses.Add(new(keyword, part[keyword].Pointer, "it is not part of the schema"));
        }

        var declared = parts.Aggregate(ValueKindSet.All, (kinds, part) => kinds & DeclaredBy(part));
        if (Values(parts) is { } values)
            return values.Aggregate(ValueKindSet.None, (kinds, value) => kinds | ValueKinds.Of(value)) & declared;
        if (declared != ValueKindSet.All)
            return declared;
        var hinted = parts.Aggregate(ValueKindSet.None, (kinds, part) => kinds | ValueKinds.Hinted(part));
        return hinted == ValueKindSet.None ? ValueKindSet.All : hinted;
    }

    private static ValueKindSet DeclaredBy(SchemaPart part)
    {
        var kinds = ValueKinds.Declared(part);
        return part.IsTrue("nullable") ? kinds | ValueKindSet.Null : kinds;
    }

    private static bool AcceptsNull(IReadOnlyList<SchemaPart> parts) =>
        Values(parts) is not { } values || values.Any(value => value.ValueKind == JsonValueKind.Null);

    /// <summary>The values that all <c>enum</c> and <c>const</c> of the parts list; null if there are none of these keywords.</summary>
    private static List<JsonElement>? Values(IReadOnlyList<SchemaPart> parts)
    {
        List<JsonElement>? all = null;
        foreach (var part in parts)
        {
            if (part.Value("const") is { ValueKind: not JsonValueKind.Undefined } only)
                Intersect([only], part);
            if (part.Value("enum") is { ValueKind: JsonValueKind.Array } list)
                Intersect([.. list.EnumerateArray()], part);
        }

        return all;

        void Intersect(List<JsonElement> values, SchemaPart part)
        {
            if (part.IsTrue("nullable"))
                values.Add(JsonElementOf("null"));
            all = all is null ? values : all.FindAll(value => values.Exists(other => JsonElement.DeepEquals(value, other)));
        }
    }

    /// <summary>Some values, all without null.</summary>
    private Written WriteValues(IReadOnlyList<SchemaPart> parts, List<JsonElement> values)
    {
        values.RemoveAll(value => value.ValueKind == JsonValueKind.Null);
        foreach (var bounds in parts.Select(Bounds).OfType<JsonSchema>())
            values.RemoveAll(value => !bounds.IsValid(value));
        var kinds = values.Aggregate(ValueKindSet.None, (all, value) => all | ValueKinds.Of(value));
        if (values.Count == 0)
            return default;
        if (kinds == ValueKindSet.Boolean && values.Select(value => value.ValueKind).Distinct().Count() == 2)
            return new(new JsonObject { ["type"] = "boolean" }, Restoration.None);
        var type = kinds switch
        {
            ValueKindSet.String => "string",
            ValueKindSet.Integer => "integer",
            ValueKindSet.Boolean => "boolean",
            _ when (kinds & ~ValueKindSet.Number) == 0 => "number",
            _ => null,
        };
        var needsTexts = _isWire && (type is null || (_row.EnumeratesStringsOnly && (type != "string" || values.Exists(IsEmptyText))));
        if (needsTexts)
            return EnumeratedTexts(values);
        var schema = new JsonObject();
        if (type is not null)
            schema["type"] = type;
        schema["enum"] = new JsonArray([.. values.DistinctBy(value => value.GetRawText()).Select(KeywordRewriter.NodeOf)]);
        return new(schema, Restoration.None);
    }

    /// <summary>The bounds of a part, which apply to its listed values, too; null if it has none that the engine can read.</summary>
    private static JsonSchema? Bounds(SchemaPart part)
    {
        var bounds = new JsonObject();
        foreach (var keyword in StringKeywords.Concat(NumberKeywords).Where(part.Has))
            bounds[keyword] = KeywordRewriter.NodeOf(part.Value(keyword));
        if (bounds.Count == 0)
            return null;
        return JsonSchema.TryParse(JsonElementOf(bounds.ToJsonString()), null, out var compiled, out _) ? compiled : null;
    }

    private static bool IsEmptyText(JsonElement value) => value.ValueKind == JsonValueKind.String && value.ValueEquals("");

    // A text stands for itself if no other value is written in the same way.
    private static Written EnumeratedTexts(IReadOnlyList<JsonElement> values)
    {
        var texts = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var value in values.OrderBy(value => value.ValueKind != JsonValueKind.String))
        {
            var text = value.ValueKind == JsonValueKind.String && !value.ValueEquals("") ? value.GetString()! : value.GetRawText();
            if (!texts.TryAdd(text, value))
                texts.TryAdd($"{value.ValueKind}: {text}", value);
        }

        return new(
            new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. texts.Keys.Select(text => (JsonNode)text)]) },
            new ValueRestoration(texts));
    }

    /// <summary>A type with the bounds that the dialect knows. Of several bounds for a keyword, the strictest counts.</summary>
    private JsonObject Scalar(string type, IReadOnlyList<SchemaPart> parts, string[] keywords, List<string> remarks)
    {
        var schema = new JsonObject { ["type"] = type };
        foreach (var keyword in keywords)
        {
            foreach (var part in parts.Where(part => part.Has(keyword)))
                Bound(schema, keyword, part[keyword], parts, remarks);
        }

        return schema;
    }

    private void Bound(JsonObject schema, string keyword, SchemaPart bound, IReadOnlyList<SchemaPart> parts, List<string> remarks)
    {
        var (name, value) = Modern(keyword, bound.Element, parts);
        if (name is null)
            return;
        var isBetween = value.ValueKind == JsonValueKind.Number && IsInteger(schema) && !_row.Accepts(name);
        if (isBetween && name == "exclusiveMinimum" && value.TryGetInt64(out var least) && least < long.MaxValue)
            (name, value) = ("minimum", JsonElementOf(FormattableString.Invariant($"{least + 1}")));
        if (isBetween && name == "exclusiveMaximum" && value.TryGetInt64(out var most) && most > long.MinValue)
            (name, value) = ("maximum", JsonElementOf(FormattableString.Invariant($"{most - 1}")));
        if (!IsWellFormed(name, value) || !CanSay(name, value) || !IsStricter(schema, name, value))
        {
            if (schema[name] is { } present && JsonElement.DeepEquals(JsonElementOf(present.ToJsonString()), value))
                return;
            if (name != "format")
                _losses.Add(new(name, bound.Pointer, "it is only part of the description"));
            if (BoundTexts.Of(name, value) is { } words && !remarks.Contains(words))
                remarks.Add(words);
            return;
        }

        schema[name] = KeywordRewriter.NodeOf(value);
    }

    private static bool IsInteger(JsonObject schema) => schema["type"]!.GetValue<string>() == "integer";

    // Draft 4 writes "exclusiveMinimum": true beside "minimum".
    private static (string? Keyword, JsonElement Value) Modern(string keyword, JsonElement value, IReadOnlyList<SchemaPart> parts)
    {
        var isExclusive = keyword is "minimum" or "maximum"
            && parts.Any(part => part.IsTrue(keyword == "minimum" ? "exclusiveMinimum" : "exclusiveMaximum"));
        if (isExclusive)
            return (keyword == "minimum" ? "exclusiveMinimum" : "exclusiveMaximum", value);
        return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? (null, value) : (keyword, value);
    }

    private static bool IsWellFormed(string keyword, JsonElement value) => keyword switch
    {
        "pattern" or "format" => value.ValueKind == JsonValueKind.String,
        _ when value.ValueKind != JsonValueKind.Number => false,
        "multipleOf" => value.GetDouble() > 0,
        "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" => true,
        _ => value.TryGetInt32(out var count) && count >= 0,
    };

    private bool CanSay(string keyword, JsonElement value) => _row.Accepts(keyword) && keyword switch
    {
        "format" => _row.Formats?.Contains(value.GetString()!) != false,
        "pattern" => Patterns.IsSimple(value.GetString()!),
        _ => true,
    };

    private static bool IsStricter(JsonObject schema, string keyword, JsonElement value)
    {
        if (schema[keyword] is not { } present)
            return true;
        if (value.ValueKind != JsonValueKind.Number || keyword == "multipleOf")
            return false;
        var other = present.GetValue<JsonElement>().GetDouble();
        return keyword.Contains("max", StringComparison.OrdinalIgnoreCase) ? value.GetDouble() < other : value.GetDouble() > other;
    }

    private static string? Describe(IReadOnlyList<SchemaPart> parts, IReadOnlyList<string> remarks)
    {
        var texts = parts.Select(part => part.Text("description")).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));
        var fallback = parts.Select(part => part.Value("default")).FirstOrDefault(value => value.ValueKind is not
            (JsonValueKind.Undefined or JsonValueKind.Null));
        IReadOnlyList<string> all = fallback.ValueKind != JsonValueKind.Undefined && BoundTexts.Of("default", fallback) is { } words
            && texts?.Contains("efault", StringComparison.Ordinal) != true
            ? [.. remarks, words]
            : remarks;
        return BoundTexts.Append(texts, all);
    }
}
