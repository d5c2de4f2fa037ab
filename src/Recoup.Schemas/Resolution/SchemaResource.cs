using Recoup.Schemas.Keywords;
using Recoup.Schemas.Reading;

namespace Recoup.Schemas.Resolution;

/// <summary>A schema with an identity of its own: the root of a document, or a subschema with an id.</summary>
internal sealed class SchemaResource(string baseUri, bool isNamed, Dialect dialect)
{
    private Uri? _uri;

    /// <summary>The absolute URI, without fragment.</summary>
    public string BaseUri { get; } = baseUri;

    /// <summary>The URI as it is shown: empty for a document without one.</summary>
    public string DisplayUri => isNamed ? BaseUri : "";

    public Dialect Dialect { get; } = dialect;

    public SchemaSource Root { get; set; } = null!;

    /// <summary>Anchors, dynamic ones among them, by name.</summary>
    public Dictionary<string, SchemaSource> Anchors { get; } = new(StringComparer.Ordinal);

    /// <summary>What <c>$dynamicRef</c> may be bound to here, by name.</summary>
    public Dictionary<string, SchemaSource> DynamicAnchors { get; } = new(StringComparer.Ordinal);

    /// <summary>Draft 2019-09's <c>$recursiveAnchor: true</c>.</summary>
    public bool IsRecursiveAnchor { get; set; }

    public Uri Uri => _uri ??= new Uri(BaseUri);
}
