using System.Text.Json;

namespace Recoup.Schemas;

/// <summary>Options for compiling and evaluating a schema.</summary>
public sealed class JsonSchemaOptions
{
    private static readonly IReadOnlyDictionary<Uri, JsonElement> NoDocuments = new Dictionary<Uri, JsonElement>();

    internal static JsonSchemaOptions Default { get; } = new();

    /// <summary>The draft of a schema without <c>$schema</c>. Default: <see cref="SchemaDraft.Draft202012"/>.</summary>
    public SchemaDraft DefaultDraft { get; init; } = SchemaDraft.Draft202012;

    /// <summary>
    /// Further documents that <c>$ref</c> and <c>$schema</c> can refer to, by absolute URI. Nothing is ever fetched: a reference to any
    /// other document is a problem. The metaschemas of all drafts are built in. Default: none.
    /// </summary>
    public IReadOnlyDictionary<Uri, JsonElement> Documents { get; init; } = NoDocuments;

    /// <summary>
    /// Whether <c>format</c> is checked. Default: false, so that it is an annotation without effect, as in drafts 2019-09 and 2020-12. A
    /// metaschema that requires the format-assertion vocabulary enables the check in any case.
    /// </summary>
    public bool AssertFormat { get; init; }

    /// <summary>
    /// Whether a schema with <c>"nullable": true</c> also accepts null, whatever its other keywords say, such as an <c>enum</c> without
    /// null. Default: false, because JSON Schema does not define this keyword. OpenAPI 3.0.3 demands null in the <c>enum</c> as well;
    /// providers of catalogs, and the servers behind them, do not.
    /// </summary>
    public bool HonorNullable { get; init; }

    /// <summary>The limits for schemas and for the work of one evaluation.</summary>
    public JsonSchemaLimits Limits { get; init; } = JsonSchemaLimits.Default;
}
