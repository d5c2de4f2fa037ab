using System.Collections.Frozen;

namespace Recoup.Contracts.Findings.Rules;

/// <summary>
/// The rules about schemas, one for each keyword. The effect of a rule describes an addition to parameters; a removal has the opposite
/// effect, and so has a change of results.
/// </summary>
internal static class KeywordRules
{
    private const string Unknown = "unknown";

    public static IReadOnlyList<Rule> All { get; } =
    [
        // Any instance
        Row("type", "The allowed types of a value", Effect.Narrows),
        Row("enum", "The allowed values", Effect.Narrows),
        Row("const", "The only allowed value", Effect.Narrows),

        // Numbers
        Row("minimum", "The smallest allowed number", Effect.Narrows),
        Row("maximum", "The largest allowed number", Effect.Narrows),
        Row("exclusiveMinimum", "The exclusive lower bound of a number", Effect.Narrows),
        Row("exclusiveMaximum", "The exclusive upper bound of a number", Effect.Narrows),
        Row("multipleOf", "The divisor of a number", Effect.Narrows),

        // Strings
        Row("minLength", "The minimum length of a string", Effect.Narrows),
        Row("maxLength", "The maximum length of a string", Effect.Narrows),
        Row("pattern", "The regular expression that a string must match", Effect.Narrows),
        Row("format", "The format of a string", Effect.None),
        Row("contentEncoding", "The encoding of a string's content", Effect.None),
        Row("contentMediaType", "The media type of a string's content", Effect.None),
        Row("contentSchema", "The schema of a string's content", Effect.None),

        // Arrays
        Row("items", "The schema of an array's items", Effect.Narrows),
        Row("prefixItems", "The schemas of an array's first items", Effect.Depends),
        Row("contains", "The item that an array must contain", Effect.Narrows),
        Row("minContains", "The minimum number of items that match 'contains'", Effect.Depends),
        Row("maxContains", "The maximum number of items that match 'contains'", Effect.Narrows),
        Row("minItems", "The minimum number of items", Effect.Narrows),
        Row("maxItems", "The maximum number of items", Effect.Narrows),
        Row("uniqueItems", "Whether items must be unique", Effect.Narrows),
        Row("unevaluatedItems", "Items that no other keyword describes", Effect.Narrows),

        // Objects
        Row("properties", "A property of an object", Effect.Depends),
        Row("patternProperties", "Properties whose names match a pattern", Effect.Depends),
        Row("additionalProperties", "Properties that are not described", Effect.Narrows),
        Row("propertyNames", "The allowed property names", Effect.Narrows),
        Row("required", "Whether a property is required", Effect.Narrows),
        Row("minProperties", "The minimum number of properties", Effect.Narrows),
        Row("maxProperties", "The maximum number of properties", Effect.Narrows),
        Row("dependentRequired", "Properties that another property requires", Effect.Narrows),
        Row("dependentSchemas", "The schema that applies if a property is present", Effect.Narrows),
        Row("unevaluatedProperties", "Properties that no other keyword describes", Effect.Narrows),

        // Schemas of schemas
        Row("allOf", "Schemas that must all match", Effect.Narrows),
        Row("anyOf", "Schemas of which at least one must match", Effect.Narrows),
        Row("oneOf", "Schemas of which exactly one must match", Effect.Narrows),
        Row("not", "A schema that must not match", Effect.Narrows),
        Row("if", "A condition and its consequences", Effect.Narrows),

        // Annotations
        Row("default", "The value that the server assumes if none is sent", Effect.None),
        Row("description", "The description of a value", Effect.None),
        Row("title", "The title of a value", Effect.None),
        Row("examples", "The examples of a value", Effect.None),
        Row("deprecated", "Whether a value is deprecated", Effect.None),
        Row("readOnly", "Whether a value is read-only", Effect.None),
        Row("writeOnly", "Whether a value is write-only", Effect.None),
        Row(Unknown, "A keyword that JSON Schema does not have", Effect.None),

        // Of the schema as a whole
        Row("", "The schema as a whole", Effect.Depends),
    ];

    private static readonly FrozenDictionary<string, Rule> ByKeyword = All.ToFrozenDictionary(
        rule => rule.Keyword!, StringComparer.Ordinal);

    /// <summary>The rule about a keyword. OpenAPI 3.0 has <c>example</c> where JSON Schema has <c>examples</c>.</summary>
    public static Rule Of(string keyword) => ByKeyword.GetValueOrDefault(keyword == "example" ? "examples" : keyword) ?? ByKeyword[Unknown];

    private static Rule Row(string keyword, string title, Effect effect) =>
        new(keyword.Length == 0 ? "schema-whole" : "schema-" + Kebab(keyword), RuleLevel.Schema, title, effect) { Keyword = keyword };

    private static string Kebab(string keyword) => string.Concat(keyword.Select(
        character => char.IsAsciiLetterUpper(character) ? "-" + char.ToLowerInvariant(character) : character.ToString()));
}
