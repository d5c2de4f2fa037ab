using System.Globalization;
using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>
/// The schemas of a document that have an identifier or an anchor. Of several with one name, the first in the text counts.
/// </summary>
internal sealed class NamedSchemas
{
    private readonly Dictionary<string, List<(string Id, Place Place)>> _byLastSegment = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Place>> _byAnchor = new(StringComparer.Ordinal);

    public NamedSchemas(PositionedElement document) => Add(new Place(document, ""));

    /// <summary>The schema with an identifier, or with one that ends with this path; an undefined element if there is none.</summary>
    public Place OfAddress(string address) => _byLastSegment.GetValueOrDefault(LastSegment(address), [])
        .Find(named => named.Id == address || named.Id.EndsWith("/" + address, StringComparison.Ordinal)).Place;

    /// <summary>The schema with an anchor within another schema; an undefined element if there is none.</summary>
    public Place OfAnchor(string anchor, PositionedElement root) => _byAnchor.GetValueOrDefault(anchor, [])
        .Find(place => place.Element.Offset >= root.Offset && place.Element.Offset < root.Offset + root.Length);

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
        if ((id ?? older)?.TrimEnd('#') is { Length: > 0 } name)
            ListOf(_byLastSegment, LastSegment(name)).Add((name, place));
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
