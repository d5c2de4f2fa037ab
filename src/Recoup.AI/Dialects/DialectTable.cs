namespace Recoup.AI.Dialects;

/// <summary>What each provider accepts, with the day and the sources. docs/agents.md shows this table.</summary>
internal static class DialectTable
{
    private static readonly DateOnly AsOf = new(2026, 11, 28);

    public static IReadOnlyList<DialectRow> Rows { get; } =
    [
        new()
        {
            Dialect = Dialect.None,
            Option = "none",
            AsOf = AsOf,
            Sources = [],
            Names = new NameLimit(int.MaxValue),
            AcceptsUnionAtRoot = true,
            AcceptsReferences = true,
        },
        new()
        {
            Dialect = Dialect.OpenAI,
            Option = "openai",
            AsOf = AsOf,
            Sources =
            [
                "https://platform.openai.com/docs/guides/function-calling",
                "https://github.com/langchain-ai/langchainjs/issues/9804 (no union at the root)",
                "https://github.com/PrefectHQ/fastmcp/issues/2464 (array schema missing items)",
            ],
            Names = new NameLimit(64, "-"),
            AcceptsReferences = true,
            NeedsItems = true,
            Strict = false,
        },
        new()
        {
            Dialect = Dialect.OpenAIStrict,
            Option = "openai-strict",
            AsOf = AsOf,
            Sources =
            [
                "https://platform.openai.com/docs/guides/structured-outputs#supported-schemas",
                "https://jsonschemaprofiles.unitvectorylabs.com/schemas/openai (the same page, read in February 2026)",
                "https://github.com/makenotion/notion-mcp-server/issues/102 (no allOf)",
            ],
            Names = new NameLimit(64, "-"),
            AcceptsReferences = true,
            NeedsItems = true,
            NeedsClosedObjects = true,
            Keywords = new HashSet<string>(StringComparer.Ordinal)
            {
                "type", "description", "enum", "anyOf", "$ref", "$defs",
                "pattern", "format",
                "multipleOf", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
                "items", "minItems", "maxItems",
                "properties", "required", "additionalProperties",
            },
            Formats = new HashSet<string>(StringComparer.Ordinal)
            {
                "date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid",
            },
            Size = new SizeLimit(Properties: 5_000, Depth: 10, EnumValues: 1_000, Characters: 120_000)
            {
                LongEnum = 250,
                EnumCharacters = 15_000,
            },
            Strict = true,
        },
        new()
        {
            Dialect = Dialect.Anthropic,
            Option = "anthropic",
            AsOf = AsOf,
            Sources =
            [
                "https://platform.claude.com/docs/en/agents-and-tools/tool-use/implement-tool-use",
                "https://platform.claude.com/docs/en/managed-agents/self-hosted-sandboxes (references, root, names of properties)",
                "https://github.com/anthropics/claude-code/issues/40075 (no union at the root)",
            ],
            Names = new NameLimit(64, "-"),
            Keys = new NameLimit(64, "-."),
        },
        new()
        {
            Dialect = Dialect.Gemini,
            Option = "gemini",
            AsOf = AsOf,
            Sources =
            [
                "https://ai.google.dev/api/caching#Schema",
                "https://cloud.google.com/vertex-ai/generative-ai/docs/reference/java/latest/"
                    + "com.google.cloud.vertexai.api.FunctionDeclarationOrBuilder",
                "https://github.com/decolua/9router/pull/380 (enum only for strings)",
                "https://github.com/anomalyco/opencode/pull/43495 (a type array is refused beside properties or items)",
                "https://github.com/cline/cline/issues/7339 (items: missing field)",
            ],
            Names = new NameLimit(64, "-.", StartsWithLetter: true),
            Keys = new NameLimit(64, StartsWithLetter: true),
            NeedsItems = true,
            NeedsOneType = true,
            NeedsProperties = true,
            EnumeratesStringsOnly = true,
            Keywords = new HashSet<string>(StringComparer.Ordinal)
            {
                "type", "title", "description", "default", "nullable", "enum", "anyOf", "format",
                "minLength", "maxLength", "pattern",
                "minimum", "maximum",
                "items", "minItems", "maxItems",
                "properties", "required", "minProperties", "maxProperties",
            },
            Formats = new HashSet<string>(StringComparer.Ordinal) { "date-time" },
        },
        new()
        {
            Dialect = Dialect.Mcp,
            Option = "mcp",
            AsOf = AsOf,
            Sources =
            [
                "https://modelcontextprotocol.io/specification/2026-07-28/server/tools",
                "https://github.com/anthropics/claude-code/issues/40075 (hosts pass schemas on, so a union at the root is refused)",
            ],
            Names = new NameLimit(128, "-."),
            AcceptsReferences = true,
            NeedsItems = true,
        },
    ];

    public static DialectRow Of(Dialect dialect) => Rows[(int)dialect];
}
