using Recoup.Schemas.Drafts;

namespace Recoup.Schemas.Sources;

/// <summary>A schema with its own identity: the root of a document, or a subschema with an id.</summary>
internal sealed class SchemaResource(string baseUri, bool isNamed, Dialect dialect)
{
    private Uri? _uri;

    /// <summary>The absolute URI, without fragment.</summary>
    public string BaseUri { get; } = baseUri;

    /// <summary>The URI as shown in locations. Empty for a document without one.</summary>
    public string DisplayUri => isNamed ? SchemaUri.Display(BaseUri) : "";

    public Dialect Dialect { get; } = dialect;

    public SchemaSource Root { get; set; } = null!;

    /// <summary>All anchors by name, including the dynamic ones.</summary>
    public Dictionary<string, SchemaSource> Anchors { get; } = new(StringComparer.Ordinal);

    /// <summary>The dynamic anchors by name: <c>$dynamicRef</c> can be bound to them.</summary>
    public Dictionary<string, SchemaSource> DynamicAnchors { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the root has draft 2019-09's <c>$recursiveAnchor: true</c>.</summary>
    public bool IsRecursiveAnchor { get; set; }

    public Uri Uri => _uri ??= new Uri(BaseUri);
}
