using System.Collections.Frozen;

namespace Recoup.Contracts.Findings.Rules;

/// <summary>
/// The rules about schemas, one for each keyword. The effect of a rule describes an addition to parameters; a removal has the opposite
/// effect, and so has a change of results.
/// </summary>
internal static class KeywordRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        // Any instance
        Row("type", "The types of a value", Effect.Narrows),
        Row("enum", "The values that are possible", Effect.Narrows),
        Row("const", "The only value there is", Effect.Narrows),

        // Numbers
        Row("minimum", "The least number", Effect.Narrows),
        Row("maximum", "The greatest number", Effect.Narrows),
        Row("exclusiveMinimum", "The number that must be exceeded", Effect.Narrows),
        Row("exclusiveMaximum", "The number that must not be reached", Effect.Narrows),
        Row("multipleOf", "The number that divides", Effect.Narrows),

        // Strings
        Row("minLength", "The least length of a string", Effect.Narrows),
        Row("maxLength", "The greatest length of a string", Effect.Narrows),
        Row("pattern", "The regular expression a string matches", Effect.Narrows),
        Row("format", "The format of a string", Effect.None),
        Row("contentEncoding", "How a string encodes its content", Effect.None),
        Row("contentMediaType", "The media type of a string's content", Effect.None),
        Row("contentSchema", "The schema of a string's content", Effect.None),

        // Arrays
        Row("items", "The items of an array", Effect.Narrows),
        Row("prefixItems", "The first items of an array", Effect.Depends),
        Row("contains", "An item an array must hold", Effect.Narrows),
        Row("minContains", "How many such items at least", Effect.Depends),
        Row("maxContains", "How many such items at most", Effect.Narrows),
        Row("minItems", "The least number of items", Effect.Narrows),
        Row("maxItems", "The greatest number of items", Effect.Narrows),
        Row("uniqueItems", "Whether items must differ", Effect.Narrows),
        Row("unevaluatedItems", "Items that nothing else describes", Effect.Narrows),

        // Objects
        Row("properties", "A property of an object", Effect.Depends),
        Row("patternProperties", "Properties whose names match", Effect.Depends),
        Row("additionalProperties", "Properties beside the described ones", Effect.Narrows),
        Row("propertyNames", "The names that are possible", Effect.Narrows),
        Row("required", "A property that must be there", Effect.Narrows),
        Row("minProperties", "The least number of properties", Effect.Narrows),
        Row("maxProperties", "The greatest number of properties", Effect.Narrows),
        Row("dependentRequired", "Properties that another one requires", Effect.Narrows),
        Row("dependentSchemas", "What holds where a property is present", Effect.Narrows),
        Row("unevaluatedProperties", "Properties that nothing else describes", Effect.Narrows),

        // Schemas of schemas
        Row("allOf", "Schemas that all hold", Effect.Narrows),
        Row("anyOf", "Schemas of which one holds", Effect.Narrows),
        Row("oneOf", "Schemas of which exactly one holds", Effect.Narrows),
        Row("not", "A schema that must not hold", Effect.Narrows),
        Row("if", "A condition and what follows", Effect.Narrows),

        // Annotations
        Row("default", "What the server assumes for a value that is not given", Effect.None),
        Row("description", "What people and agents read about a value", Effect.None),
        Row("title", "What a value is called", Effect.None),
        Row("examples", "Examples of a value", Effect.None),
        Row("deprecated", "Whether a value is advised against", Effect.None),
        Row("readOnly", "Whether a value comes from the server alone", Effect.None),
        Row("writeOnly", "Whether a value is never answered", Effect.None),

        // Of the schema as a whole
        Row("", "The schema as a whole", Effect.Depends),
    ];

    private static readonly FrozenDictionary<string, Rule> ByKeyword = All.ToFrozenDictionary(rule => rule.Keyword!, StringComparer.Ordinal);

    public static Rule Of(string keyword) => ByKeyword[keyword];

    private static Rule Row(string keyword, string title, Effect effect) =>
        new(keyword.Length == 0 ? "schema-whole" : "schema-" + Kebab(keyword), RuleLevel.Schema, title, effect) { Keyword = keyword };

    private static string Kebab(string keyword) => string.Concat(keyword.Select(
        character => char.IsAsciiLetterUpper(character) ? "-" + char.ToLowerInvariant(character) : character.ToString()));
}
