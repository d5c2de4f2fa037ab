using Recoup.Schemas.Compilation;
using Recoup.Schemas.Drafts;
using static Recoup.Schemas.SchemaDraft;

namespace Recoup.Schemas.Keywords;

/// <summary>The drafts as data: the keywords of each draft, and their meanings.</summary>
internal static class DraftTable
{
    private static readonly Keyword String = new StringKeyword();
    private static readonly Keyword Annotation = new AnnotationKeyword();
    private static readonly Keyword Subschema = new SubschemaKeyword();
    private static readonly Keyword Definitions = new DefinitionsKeyword();
    private static readonly Keyword Minimum = new MinimumKeyword();
    private static readonly Keyword Maximum = new MaximumKeyword();
    private static readonly Keyword ExclusiveMinimum = new ExclusiveMinimumKeyword();
    private static readonly Keyword ExclusiveMaximum = new ExclusiveMaximumKeyword();

    /// <summary>All keywords of all drafts, with one row per meaning.</summary>
    public static IReadOnlyList<KeywordRow> Rows { get; } =
    [
        // Core
        new("$ref", new ReferenceKeyword(), Draft4, Draft202012, Vocabulary.Core),
        new("$schema", String, Draft4, Draft202012, Vocabulary.Core),
        new("id", String, Draft4, Draft4, Vocabulary.Core),
        new("$id", String, Draft6, Draft202012, Vocabulary.Core),
        new("$anchor", String, Draft201909, Draft202012, Vocabulary.Core),
        new("$recursiveRef", new RecursiveReferenceKeyword(), Draft201909, Draft201909, Vocabulary.Core),
        new("$recursiveAnchor", new BooleanKeyword(), Draft201909, Draft201909, Vocabulary.Core),
        new("$dynamicRef", new DynamicReferenceKeyword(), Draft202012, Draft202012, Vocabulary.Core),
        new("$dynamicAnchor", String, Draft202012, Draft202012, Vocabulary.Core),
        new("$vocabulary", Annotation, Draft201909, Draft202012, Vocabulary.Core),
        new("$comment", String, Draft7, Draft202012, Vocabulary.Core),
        new("$defs", Definitions, Draft201909, Draft202012, Vocabulary.Core),
        new("definitions", Definitions, Draft4, Draft202012, Vocabulary.None),

        // Applicators
        new("allOf", new AllOfKeyword(), Draft4, Draft202012, Vocabulary.Applicator),
        new("anyOf", new AnyOfKeyword(), Draft4, Draft202012, Vocabulary.Applicator),
        new("oneOf", new OneOfKeyword(), Draft4, Draft202012, Vocabulary.Applicator),
        new("not", new NotKeyword(), Draft4, Draft202012, Vocabulary.Applicator),
        new("if", new IfKeyword(), Draft7, Draft202012, Vocabulary.Applicator),
        new("then", Subschema, Draft7, Draft202012, Vocabulary.Applicator),
        new("else", Subschema, Draft7, Draft202012, Vocabulary.Applicator),
        new("dependentSchemas", new DependentSchemasKeyword(), Draft201909, Draft202012, Vocabulary.Applicator),
        new("dependencies", new DependenciesKeyword(), Draft4, Draft202012, Vocabulary.None),
        new("properties", new PropertiesKeyword(), Draft4, Draft202012, Vocabulary.Applicator),
        new("patternProperties", new PatternPropertiesKeyword(), Draft4, Draft202012, Vocabulary.Applicator),
        new("additionalProperties", new AdditionalPropertiesKeyword(), Draft4, Draft202012, Vocabulary.Applicator),
        new("propertyNames", new PropertyNamesKeyword(), Draft6, Draft202012, Vocabulary.Applicator),
        new("items", new ItemsOrTupleKeyword(), Draft4, Draft201909, Vocabulary.Applicator),
        new("additionalItems", new AdditionalItemsKeyword(), Draft4, Draft201909, Vocabulary.Applicator),
        new("prefixItems", new PrefixItemsKeyword(), Draft202012, Draft202012, Vocabulary.Applicator),
        new("items", new ItemsKeyword(), Draft202012, Draft202012, Vocabulary.Applicator),
        new("contains", new ContainsKeyword(), Draft6, Draft202012, Vocabulary.Applicator),
        new("unevaluatedItems", new UnevaluatedItemsKeyword(), Draft201909, Draft201909, Vocabulary.Applicator),
        new("unevaluatedProperties", new UnevaluatedPropertiesKeyword(), Draft201909, Draft201909, Vocabulary.Applicator),
        new("unevaluatedItems", new UnevaluatedItemsKeyword(), Draft202012, Draft202012, Vocabulary.Unevaluated),
        new("unevaluatedProperties", new UnevaluatedPropertiesKeyword(), Draft202012, Draft202012, Vocabulary.Unevaluated),

        // Assertions
        new("type", new TypeKeyword(), Draft4, Draft202012, Vocabulary.Validation),
        new("enum", new EnumKeyword(), Draft4, Draft202012, Vocabulary.Validation),
        new("const", new ConstKeyword(), Draft6, Draft202012, Vocabulary.Validation),
        new("multipleOf", new MultipleOfKeyword(), Draft4, Draft202012, Vocabulary.Validation),
        new("minimum", new FlaggedBoundKeyword("exclusiveMinimum", Minimum, ExclusiveMinimum), Draft4, Draft4, Vocabulary.Validation),
        new("maximum", new FlaggedBoundKeyword("exclusiveMaximum", Maximum, ExclusiveMaximum), Draft4, Draft4, Vocabulary.Validation),
        new("exclusiveMinimum", new BoundFlagKeyword("minimum"), Draft4, Draft4, Vocabulary.Validation),
        new("exclusiveMaximum", new BoundFlagKeyword("maximum"), Draft4, Draft4, Vocabulary.Validation),
        new("minimum", Minimum, Draft6, Draft202012, Vocabulary.Validation),
        new("maximum", Maximum, Draft6, Draft202012, Vocabulary.Validation),
        new("exclusiveMinimum", ExclusiveMinimum, Draft6, Draft202012, Vocabulary.Validation),
        new("exclusiveMaximum", ExclusiveMaximum, Draft6, Draft202012, Vocabulary.Validation),
        new("minLength", new MinLengthKeyword(), Draft4, Draft202012, Vocabulary.Validation),
        new("maxLength", new MaxLengthKeyword(), Draft4, Draft202012, Vocabulary.Validation),
        new("pattern", new PatternKeyword(), Draft4, Draft202012, Vocabulary.Validation),
        new("minItems", new MinItemsKeyword(), Draft4, Draft202012, Vocabulary.Validation),
        new("maxItems", new MaxItemsKeyword(), Draft4, Draft202012, Vocabulary.Validation),
        new("uniqueItems", new UniqueItemsKeyword(), Draft4, Draft202012, Vocabulary.Validation),
        new("minContains", new CountKeyword("contains"), Draft201909, Draft202012, Vocabulary.Validation),
        new("maxContains", new CountKeyword("contains"), Draft201909, Draft202012, Vocabulary.Validation),
        new("minProperties", new MinPropertiesKeyword(), Draft4, Draft202012, Vocabulary.Validation),
        new("maxProperties", new MaxPropertiesKeyword(), Draft4, Draft202012, Vocabulary.Validation),
        new("required", new RequiredKeyword(), Draft4, Draft202012, Vocabulary.Validation),
        new("dependentRequired", new DependentRequiredKeyword(), Draft201909, Draft202012, Vocabulary.Validation),

        // Format and content
        new("format", new FormatKeyword(), Draft4, Draft202012, Vocabulary.Format),
        new("contentEncoding", String, Draft7, Draft202012, Vocabulary.Content),
        new("contentMediaType", String, Draft7, Draft202012, Vocabulary.Content),
        new("contentSchema", Subschema, Draft201909, Draft202012, Vocabulary.Content),
    ];

    /// <summary>The rows as dialects.</summary>
    public static DialectTable Dialects { get; } = new(Rows);
}
