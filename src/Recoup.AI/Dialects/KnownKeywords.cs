namespace Recoup.AI.Dialects;

/// <summary>The keywords of JSON Schema 2020-12 that accept or reject values.</summary>
internal static class KnownKeywords
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "type", "enum", "const", "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength",
        "pattern", "maxItems", "minItems", "uniqueItems", "maxContains", "minContains", "maxProperties", "minProperties", "required",
        "dependentRequired", "format", "prefixItems", "items", "contains", "additionalProperties", "properties", "patternProperties",
        "dependentSchemas", "propertyNames", "if", "then", "else", "allOf", "anyOf", "oneOf", "not", "unevaluatedItems",
        "unevaluatedProperties", "$ref", "$dynamicRef", "$defs", "default",
    };

    public static bool Contains(string keyword) => Names.Contains(keyword);
}
