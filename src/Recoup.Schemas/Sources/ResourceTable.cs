using System.Diagnostics.CodeAnalysis;
using Recoup.Schemas.Json;

namespace Recoup.Schemas.Sources;

/// <summary>The resources read so far, by URI.</summary>
internal sealed class ResourceTable
{
    private readonly Dictionary<string, SchemaResource> _resources = new(StringComparer.Ordinal);

    public bool TryFind(string uri, [NotNullWhen(true)] out SchemaResource? resource) => _resources.TryGetValue(uri, out resource);

    /// <summary>
    /// Adds a resource under its own URI. False if a different schema has that URI. The same schema can be found twice: its document can
    /// have several URIs.
    /// </summary>
    public bool TryAdd(SchemaResource resource)
    {
        if (_resources.TryGetValue(resource.BaseUri, out var other))
            return JsonEquality.Equal(other.Root.Element, resource.Root.Element);
        _resources.Add(resource.BaseUri, resource);
        return true;
    }

    /// <summary>Makes a resource known under a URI.</summary>
    public void Set(string uri, SchemaResource resource) => _resources[uri] = resource;
}
