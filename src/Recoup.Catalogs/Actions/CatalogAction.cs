using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Catalogs;

/// <summary>One action of a catalog. Two actions are equal if their JSON texts are, regardless of their positions.</summary>
public sealed class CatalogAction : IEquatable<CatalogAction>
{
    private readonly Lazy<JsonElement> _parameters;
    private readonly Lazy<JsonElement?> _outputParameters;

    internal CatalogAction(
        PositionedElement source, string pointer, string slug, string name, string description, string? connectorSlug, bool isConnected)
    {
        (Source, Pointer, Slug, Name, Description, IsConnected) = (source, pointer, slug, name, description, isConnected);
        ConnectorSlug = connectorSlug ?? "";
        ParametersSource = SchemaOrUndefined(source["parameters"]);
        OutputParametersSource = SchemaOrUndefined(source["outputParameters"]);
        _parameters = new(() => ParametersSource.ValueKind == JsonValueKind.Undefined ? EmptySchema() : ParametersSource.ToJsonElement());
        _outputParameters = new(() =>
            OutputParametersSource.ValueKind == JsonValueKind.Undefined ? null : OutputParametersSource.ToJsonElement());
    }

    /// <summary>The identifier of the action, for example <c>GITHUB_CREATE_ISSUE</c>.</summary>
    public string Slug { get; }

    /// <summary>The display name. The deployed server repeats the slug (D9).</summary>
    public string Name { get; }

    /// <summary>What the action does; may be empty.</summary>
    public string Description { get; }

    /// <summary>The slug of the connector that the action belongs to, for example <c>github</c>; empty if the catalog names none.</summary>
    public string ConnectorSlug { get; }

    /// <summary>Whether the connector was connected in the account that the catalog was stored for.</summary>
    public bool IsConnected { get; }

    /// <summary>The JSON Schema of the parameters; <c>{}</c> if the catalog has no usable one.</summary>
    public JsonElement Parameters => _parameters.Value;

    /// <summary>The JSON Schema of the result, or null. Only snapshots from the provider have one.</summary>
    public JsonElement? OutputParameters => _outputParameters.Value;

    /// <summary>The lines and columns of the action in the text of the catalog.</summary>
    public TextRange Range => Source.Range;

    /// <summary>Whether the catalog says that the action is deprecated.</summary>
    internal bool IsDeprecated => Source["deprecated"].AsBoolean() == true;

    /// <summary>The action in the text of the catalog.</summary>
    internal PositionedElement Source { get; }

    /// <summary>The JSON pointer of the action in the whole catalog. Not part of equality.</summary>
    internal string Pointer { get; }

    /// <summary>The schema of the parameters in the text of the catalog; undefined if there is no usable one.</summary>
    internal PositionedElement ParametersSource { get; }

    /// <summary>The schema of the result in the text of the catalog; undefined if there is none.</summary>
    internal PositionedElement OutputParametersSource { get; }

    /// <inheritdoc/>
    public bool Equals(CatalogAction? other) => ReferenceEquals(this, other) || (other is not null && Source == other.Source);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CatalogAction);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Slug);

    /// <summary>Returns the slug.</summary>
    public override string ToString() => Slug;

    private static PositionedElement SchemaOrUndefined(PositionedElement schema) =>
        schema.ValueKind == JsonValueKind.Object ? schema : default;

    private static JsonElement EmptySchema()
    {
        using var document = JsonDocument.Parse("{}");
        return document.RootElement.Clone();
    }
}
