using System.Globalization;
using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>The schemas of a document that have an identifier or an anchor.</summary>
internal sealed class NamedSchemas
{
    /// <summary>What names the draft whose identifiers are members named <c>id</c>.</summary>
    public static ReadOnlySpan<byte> OldDialect => "json-schema.org/draft-04/"u8;

    private readonly Dictionary<string, List<(string Id, Place Place)>> _byLastSegment = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Place>> _byAnchor = new(StringComparer.Ordinal);

    // In the order of the text: a resource comes behind those around it.
    private readonly List<Place> _resources = [];
    private readonly HashSet<string> _once = new(StringComparer.Ordinal);
    private readonly HashSet<string> _dynamic = new(StringComparer.Ordinal);
    private int _recursive;

    private readonly bool _isOld;

    public NamedSchemas(PositionedElement document)
    {
        _isOld = document.RawUtf8.Span.IndexOf(OldDialect) >= 0;
        _resources.Add(new Place(document, ""));
        Add(_resources[0]);
    }

    /// <summary>
    /// The schema with an identifier, or else with one that ends with this path; an undefined element if there is none.
    /// </summary>
    /// <exception cref="UndecidedException">There are several.</exception>
    public Place OfAddress(string address)
    {
        var known = _byLastSegment.GetValueOrDefault(LastSegment(address), []);
        var exact = known.FindAll(named => named.Id == address);
        return Only(
            (exact.Count > 0 ? exact : known.FindAll(named => named.Id.EndsWith("/" + address, StringComparison.Ordinal)))
                .ConvertAll(named => named.Place),
            address);
    }

    /// <summary>The schema with an anchor in a resource; an undefined element if there is none.</summary>
    /// <exception cref="UndecidedException">There are several.</exception>
    public Place OfAnchor(string anchor, Place resource) => Only(
        _byAnchor.GetValueOrDefault(anchor, []).FindAll(place => ResourceOf(place.Element).Element.Offset == resource.Element.Offset),
        anchor);

    /// <summary>The resource that a schema is a part of: the nearest schema around it with an identifier, or the document.</summary>
    public Place ResourceOf(PositionedElement schema) => _resources.Count == 1
        ? _resources[0]
        : _resources.FindLast(resource =>
            schema.Offset >= resource.Element.Offset && schema.Offset < resource.Element.Offset + resource.Element.Length);

    /// <summary>Whether several schemas have the name that a dynamic reference looks for.</summary>
    public bool IsDynamic(string reference) => reference.EndsWith('#')
        ? _recursive > 1
        : _dynamic.Contains(reference[(reference.LastIndexOf('#') + 1)..]);

    private static Place Only(List<Place> places, string name) => places.Count > 1
        ? throw new UndecidedException($"several of its schemas have the name '{name}'")
        : places.FirstOrDefault();

    private void Add(Place place)
    {
        if (place.Element.ValueKind == JsonValueKind.Object)
        {
            AddNames(place);
            foreach (var member in place.Element.EnumerateObject())
                Add(place.Below(member.Value, member.Name));
            return;
        }

        var index = 0;
        foreach (var item in place.Element.EnumerateArray())
            Add(place.Below(item, (index++).ToString(CultureInfo.InvariantCulture)));
    }

    private void AddNames(Place place)
    {
        var schema = place.Element;
        var (id, older) = (schema["$id"].AsString(), schema["id"].AsString());
        if ((id ?? older)?.TrimEnd('#') is { Length: > 0 } name && name[0] != '#')
        {
            ListOf(_byLastSegment, LastSegment(name)).Add((name, place));
            if (place.Pointer.Length > 0 && (id is not null || _isOld))
                _resources.Add(place);
        }

        _recursive += schema["$recursiveAnchor"].AsBoolean() == true ? 1 : 0;
        if (schema["$dynamicAnchor"].AsString() is { } dynamic && !_once.Add(dynamic))
            _dynamic.Add(dynamic);
        foreach (var anchor in new[] { schema["$anchor"].AsString(), schema["$dynamicAnchor"].AsString(), AnchorIn(id), AnchorIn(older) })
        {
            if (anchor is not null)
                ListOf(_byAnchor, anchor).Add(place);
        }
    }

    // Up to draft 7, an identifier that is only a fragment is an anchor.
    private static string? AnchorIn(string? id) => id is ['#', ..] ? id[1..] : null;

    private static string LastSegment(string address) => address[(address.LastIndexOf('/') + 1)..];

    private static List<T> ListOf<T>(Dictionary<string, List<T>> lists, string key)
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = []);
        return list;
    }
}
