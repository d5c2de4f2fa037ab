using System.Runtime.InteropServices;
using Recoup.Catalogs;
using Recoup.Schemas;

namespace Recoup.Emulator.Core.Catalog;

/// <summary>An action and its schemas, which are compiled on first use.</summary>
internal sealed class CatalogEntry(CatalogAction action)
{
    // Both kinds of catalogs work: served ones name their draft, the provider's own ones use OpenAPI's nullable.
    private static readonly JsonSchemaOptions Options = new() { HonorNullable = true };

    private readonly Lazy<CompiledSchema> _parameters = new(() => CompiledSchema.Compile(action.Parameters, Options));
    private readonly Lazy<bool> _takesFiles = new(() =>
        JsonMarshal.GetRawUtf8Value(action.Parameters).IndexOf("\"file_uploadable\""u8) >= 0);
    private readonly Lazy<CompiledSchema?> _result = new(() =>
        action.OutputParameters is { } schema ? CompiledSchema.Compile(schema, Options) : null);

    public CatalogAction Action { get; } = action;

    public CompiledSchema Parameters => _parameters.Value;

    /// <summary>Whether the schema of the parameters marks places of files.</summary>
    public bool TakesFiles => _takesFiles.Value;

    /// <summary>The schema of the result; null if it is not described.</summary>
    public CompiledSchema? Result => _result.Value;
}
