using System.Text.Json;

namespace Recoup.Schemas;

/// <summary>How a schema is read and judged.</summary>
public sealed class JsonSchemaOptions
{
    private static readonly IReadOnlyDictionary<Uri, JsonElement> NoDocuments = new Dictionary<Uri, JsonElement>();

    internal static JsonSchemaOptions Default { get; } = new();

    /// <summary>The draft of a schema that names none in <c>$schema</c>. Default: <see cref="SchemaDraft.Draft202012"/>.</summary>
    public SchemaDraft DefaultDraft { get; init; } = SchemaDraft.Draft202012;

    /// <summary>
    /// The documents that <c>$ref</c> and <c>$schema</c> may reach beside the schema itself, by absolute URI. Nothing is ever fetched:
    /// a reference to any other document is a problem. The metaschemas of all drafts are built in. Default: none.
    /// </summary>
    public IReadOnlyDictionary<Uri, JsonElement> Documents { get; init; } = NoDocuments;

    /// <summary>
    /// Whether <c>format</c> is an assertion. Default: false, an annotation without effect, as drafts 2019-09 and 2020-12 have it; a
    /// metaschema that requires the format-assertion vocabulary asserts in any case.
    /// </summary>
    public bool AssertFormat { get; init; }

    /// <summary>
    /// Whether <c>"nullable": true</c> beside <c>type</c> also admits null, as OpenAPI 3.0 has it. Default: false, the keyword is unknown to JSON Schema.
    /// </summary>
    public bool HonorNullable { get; init; }

    /// <summary>The bounds on schemas and on the work that judging one instance may take.</summary>
    public JsonSchemaLimits Limits { get; init; } = JsonSchemaLimits.Default;
}
