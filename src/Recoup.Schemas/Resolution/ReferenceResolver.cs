using Recoup.Schemas.Json;
using Recoup.Schemas.Sources;

namespace Recoup.Schemas.Resolution;

/// <summary>Finds the schemas that references name.</summary>
internal sealed class ReferenceResolver(SchemaRegistry registry)
{
    // Schemas inside unknown keywords, which only a pointer leads to.
    private readonly Dictionary<(SchemaSource, string), SchemaSource> _found = [];
    private readonly RawPlaces _places = new();

    /// <summary>Finds the schema that a reference names, or returns the problem.</summary>
    public SchemaSource? Resolve(SchemaSource from, string reference, out string? problem)
    {
        problem = null;
        var uri = SchemaUri.WithoutFragment(reference, out var fragment);
        var resource = from.Resource;
        if (uri.Length > 0)
        {
            if (SchemaUri.Resolve(from.Resource, uri) is not { } absolute)
            {
                problem = "expected a URI reference";
                return null;
            }

            resource = registry.Find(absolute);
            if (resource is null)
            {
                problem = SchemaUri.IsUnnamed(absolute)
                    ? "expected a reference to a known schema; a relative reference leads to another document only from a schema with an "
                        + $"absolute {from.Resource.Dialect.IdKeyword} (add one, or make the reference absolute)"
                    : $"expected a reference to a known schema; there is no document {Describe.Quote(absolute)} "
                        + "(documents are never fetched; add it to JsonSchemaOptions.Documents)";
                return null;
            }
        }

        if (fragment is not { Length: > 0 })
            return resource.Root;

        if (fragment[0] == '/')
            return Follow(resource.Root, fragment, out problem);

        if (resource.Anchors.TryGetValue(fragment, out var anchored))
            return anchored;
        problem = $"expected a reference to a known schema; there is no anchor {Describe.Quote(fragment)}";
        return null;
    }

    private SchemaSource? Follow(SchemaSource root, string pointer, out string? problem)
    {
        problem = null;
        var segments = JsonPointer.Split(pointer);
        var current = root;
        for (var at = 0; at < segments.Length;)
        {
            if (current.FindChild(segments, at, out var taken) is not { } child)
                return FollowRaw(current, segments, at, out problem);
            current = child;
            at += taken;
        }

        return current;
    }

    /// <summary>Follows the rest of the pointer through unknown keywords, where no schemas were read.</summary>
    private SchemaSource? FollowRaw(SchemaSource source, string[] segments, int at, out string? problem)
    {
        problem = null;
        var rest = string.Join("/", segments.Skip(at).Select(JsonPointer.Escape));
        if (_found.TryGetValue((source, rest), out var known))
            return known;

        var element = source.Element;
        var last = source;
        var pointer = "";
        for (var i = at; i < segments.Length; i++)
        {
            if (!_places.TryStep(source, pointer, element, segments[i], out element))
            {
                problem = $"expected a reference to a known schema; {last.Location} has no {Describe.Quote(segments[i])}";
                return null;
            }

            pointer = JsonPointer.Append(pointer, segments[i]);
            if (i < segments.Length - 1)
                last = new SchemaSource(element, source.Resource, last, segments[i], null, -1);
        }

        var found = registry.Reader.Read(element, last, source.Resource, segments[segments.Length - 1]);
        _found.Add((source, rest), found);
        return found;
    }
}
