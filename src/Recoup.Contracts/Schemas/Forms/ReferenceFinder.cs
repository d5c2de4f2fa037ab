using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>Resolves the references in one document. Documents are never fetched.</summary>
internal sealed class ReferenceFinder(PositionedElement document)
{
    private static readonly string[] Names = ["$ref", "$dynamicRef", "$recursiveRef"];

    /// <summary>Identifies the document.</summary>
    public string DocumentKey => _documentKey ??= Convert.ToHexStringLower(SHA256.HashData(document.RawUtf8.Span));

    private string? _documentKey;

    /// <summary>
    /// The schema that another one refers to; null if it has no reference, an undefined element if the reference is broken.
    /// </summary>
    public Place? Of(PositionedElement schema)
    {
        foreach (var name in Names)
        {
            if (schema[name].AsString() is { } reference)
                return Resolve(reference);
        }

        return null;
    }

    private Place Resolve(string reference)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var address = hash < 0 ? reference : reference[..hash];
        var fragment = hash < 0 ? "" : Uri.UnescapeDataString(reference[(hash + 1)..]);
        var root = address.Length == 0 ? new Place(document, "") : Find(new Place(document, ""), schema => IsNamed(schema, address));
        if (root.Element.ValueKind == JsonValueKind.Undefined || fragment.Length == 0)
            return root;
        if (fragment[0] == '/')
            return root.Element.TryResolve(fragment, out var target) ? new Place(target, root.Pointer + fragment) : default;
        return Find(root, schema => schema["$anchor"].AsString() == fragment || schema["$dynamicAnchor"].AsString() == fragment
            || schema["$id"].AsString() == "#" + fragment || schema["id"].AsString() == "#" + fragment);
    }

    private static bool IsNamed(PositionedElement schema, string address) =>
        (schema["$id"].AsString() ?? schema["id"].AsString())?.TrimEnd('#') is { Length: > 0 } id
        && (id == address || id.EndsWith("/" + address, StringComparison.Ordinal));

    private static Place Find(Place place, Func<PositionedElement, bool> isWanted)
    {
        if (place.Element.ValueKind == JsonValueKind.Object)
        {
            if (isWanted(place.Element))
                return place;
            foreach (var member in place.Element.EnumerateObject())
            {
                var found = Find(place.Below(member.Value, member.Name), isWanted);
                if (found.Element.ValueKind != JsonValueKind.Undefined)
                    return found;
            }
        }
        else
        {
            var index = 0;
            foreach (var item in place.Element.EnumerateArray())
            {
                var found = Find(place.Below(item, (index++).ToString(CultureInfo.InvariantCulture)), isWanted);
                if (found.Element.ValueKind != JsonValueKind.Undefined)
                    return found;
            }
        }

        return default;
    }
}
