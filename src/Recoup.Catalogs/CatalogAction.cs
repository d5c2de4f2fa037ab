using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Catalogs;

/// <summary>One action of a catalog. Two are equal when their JSON texts are, wherever they stand.</summary>
public sealed class CatalogAction : IEquatable<CatalogAction>
{
    private readonly Lazy<JsonElement> _parameters;
    private readonly Lazy<JsonElement?> _outputParameters;

    internal CatalogAction(PositionedElement source, string slug, string name, string description, string? connectorSlug, bool isConnected)
    {
        (Source, Slug, Name, Description, IsConnected) = (source, slug, name, description, isConnected);
        ConnectorSlug = connectorSlug ?? "";
        ParametersSource = SchemaOrUndefined(source["parameters"]);
        OutputParametersSource = SchemaOrUndefined(source["outputParameters"]);
        _parameters = new(() => ParametersSource.ValueKind == JsonValueKind.Undefined ? EmptySchema() : ParametersSource.ToJsonElement());
        _outputParameters = new(() => OutputParametersSource.ValueKind == JsonValueKind.Undefined ? null : OutputParametersSource.ToJsonElement());
    }

    /// <summary>What identifies the action, for example <c>GITHUB_CREATE_ISSUE</c>.</summary>
    public string Slug { get; }

    /// <summary>The name for people; the deployed server repeats the slug (D9).</summary>
    public string Name { get; }

    /// <summary>What the action does; may be empty.</summary>
    public string Description { get; }

    /// <summary>The slug of the connector it belongs to, for example <c>github</c>; empty where the catalog says none.</summary>
    public string ConnectorSlug { get; }

    /// <summary>Whether the account the catalog was taken for had connected the connector.</summary>
    public bool IsConnected { get; }

    /// <summary>The JSON Schema of the parameters; <c>{}</c> where the catalog has no usable one.</summary>
    public JsonElement Parameters => _parameters.Value;

    /// <summary>The JSON Schema of the result, or null: only snapshots from the provider have it.</summary>
    public JsonElement? OutputParameters => _outputParameters.Value;

    /// <summary>The action as it stands in the catalog.</summary>
    public PositionedElement Source { get; }

    /// <summary>The schema of the parameters as it stands in the catalog; undefined where there is no usable one.</summary>
    public PositionedElement ParametersSource { get; }

    /// <summary>The schema of the result as it stands in the catalog; undefined where there is none.</summary>
    public PositionedElement OutputParametersSource { get; }

    /// <inheritdoc/>
    public bool Equals(CatalogAction? other) => ReferenceEquals(this, other) || (other is not null && Source == other.Source);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CatalogAction);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Slug);

    /// <summary>The slug.</summary>
    public override string ToString() => Slug;

    private static PositionedElement SchemaOrUndefined(PositionedElement schema) =>
        schema.ValueKind == JsonValueKind.Object ? schema : default;

    private static JsonElement EmptySchema()
    {
        using var document = JsonDocument.Parse("{}");
        return document.RootElement.Clone();
    }
}
