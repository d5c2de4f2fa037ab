using System.Text.Json;
using Recoup.Schemas.Reading;
using static Recoup.Schemas.SchemaDraft;

namespace Recoup.Schemas.Keywords;

/// <summary>The drafts as data: which keywords each has, and with which meaning.</summary>
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

    /// <summary>Every keyword of every draft, one row a meaning.</summary>
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

    private static readonly Dictionary<SchemaDraft, Dialect> Dialects = new[] { Draft4, Draft6, Draft7, Draft201909, Draft202012 }
        .ToDictionary(draft => draft, draft => new Dialect(draft, Rows.Where(row => row.IsIn(draft)), assertsFormat: false));

    private static readonly Dictionary<string, SchemaDraft> Metaschemas = new(StringComparer.Ordinal)
    {
        ["json-schema.org/draft-04/schema"] = Draft4,
        ["json-schema.org/draft-06/schema"] = Draft6,
        ["json-schema.org/draft-07/schema"] = Draft7,
        ["json-schema.org/draft/2019-09/schema"] = Draft201909,
        ["json-schema.org/draft/2020-12/schema"] = Draft202012,
        ["json-schema.org/schema"] = Draft202012,
    };

    public static Dialect DialectOf(SchemaDraft draft) => Dialects.TryGetValue(draft, out var dialect)
        ? dialect
        : throw new ArgumentOutOfRangeException(nameof(draft), draft, "No such draft.");

    /// <summary>The dialect of a published metaschema; both schemes and an empty fragment are seen in the wild.</summary>
    public static Dialect? FindDialect(string uri)
    {
        var scheme = uri.IndexOf("://", StringComparison.Ordinal);
        var name = scheme < 0 || uri.Substring(0, scheme) is not ("http" or "https") ? "" : uri.Substring(scheme + 3).TrimEnd('#').TrimEnd('/');
        return Metaschemas.TryGetValue(name, out var draft) ? Dialects[draft] : null;
    }

    /// <summary>What a metaschema makes of the draft it is written in: its <c>$vocabulary</c> says which keywords count. Null where it demands one unknown here.</summary>
    public static Dialect? Restrict(Dialect dialect, JsonElement metaschema)
    {
        if (dialect.Draft < Draft201909 || !JsonProperties.TryGet(metaschema, "$vocabulary"u8, out var vocabularies) || vocabularies.ValueKind != JsonValueKind.Object)
            return dialect;

        var known = new HashSet<Vocabulary> { Vocabulary.None };
        var assertsFormat = false;
        foreach (var property in vocabularies.EnumerateObject())
        {
            var name = JsonNames.Of(property);
            if (VocabularyTable.Find(name) is { } vocabulary)
            {
                known.Add(vocabulary);
                assertsFormat |= VocabularyTable.AssertsFormat(name, isRequired: property.Value.ValueKind == JsonValueKind.True);
            }
            else if (property.Value.ValueKind == JsonValueKind.True)
            {
                return null;
            }
        }

        return new Dialect(dialect.Draft, Rows.Where(row => row.IsIn(dialect.Draft) && known.Contains(row.Vocabulary)), assertsFormat);
    }
}
