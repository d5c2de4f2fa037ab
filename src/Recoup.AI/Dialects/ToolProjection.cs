using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Recoup.Catalogs;

namespace Recoup.AI.Dialects;

/// <summary>An action in a dialect: its definition as a tool, and the way back for the arguments.</summary>
internal sealed class ToolProjection
{
    private static readonly IReadOnlyDictionary<string, object?> NoProperties = new Dictionary<string, object?>();

    private ToolProjection(CatalogAction action)
    {
        Name = action.Slug;
        Description = action.Description;
        Schema = action.Parameters;
    }

    public string Name { get; }

    public string Description { get; }

    public JsonElement Schema { get; }

    public IReadOnlyDictionary<string, object?> Properties { get; } = NoProperties;

    public static ToolProjection Of(CatalogAction action, Dialect dialect) => new(action);

    public bool TryRestore(JsonElement arguments, out JsonElement parameters, [NotNullWhen(false)] out string? problem)
    {
        (parameters, problem) = (arguments, null);
        return Schema.ValueKind == JsonValueKind.Object;
    }
}
