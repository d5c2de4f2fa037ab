using System.Text.Json;

namespace Recoup.Schemas.Sources;

/// <summary>The caller's documents by URI, prepared on first use.</summary>
internal sealed class SchemaDocuments(IReadOnlyDictionary<Uri, JsonElement> documents)
{
    private Dictionary<string, JsonElement>? _byUri;

    public Dictionary<string, JsonElement> ByUri => _byUri ??= Prepare();

    private Dictionary<string, JsonElement> Prepare()
    {
        var byUri = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var pair in documents)
        {
            if (pair.Value.ValueKind != JsonValueKind.Undefined)
                byUri[SchemaUri.Normal(pair.Key)] = pair.Value;
        }

        return byUri;
    }
}
