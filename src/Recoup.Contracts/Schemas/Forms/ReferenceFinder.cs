using System.Security.Cryptography;
using System.Text.Json;
using Recoup.Catalogs.Json;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>
/// Resolves the references in one document. Documents are never fetched. What references lead through is indexed, so that many references
/// take linear time.
/// </summary>
internal sealed class ReferenceFinder(PositionedElement document)
{
    private static readonly string[] Names = ["$ref", "$dynamicRef", "$recursiveRef"];

    private readonly Dictionary<int, Dictionary<string, PositionedElement>> _members = [];
    private readonly Dictionary<string, Place> _resolved = new(StringComparer.Ordinal);
    private NamedSchemas? _named;

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
        if (!_resolved.TryGetValue(reference, out var place))
            _resolved.Add(reference, place = Find(reference));
        return place;
    }

    private Place Find(string reference)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var address = hash < 0 ? reference : reference[..hash];
        var fragment = hash < 0 ? "" : Uri.UnescapeDataString(reference[(hash + 1)..]);
        var root = address.Length == 0 ? new Place(document, "") : Named.OfAddress(address);
        if (root.Element.ValueKind == JsonValueKind.Undefined || fragment.Length == 0)
            return root;
        return fragment[0] == '/' ? Below(root, fragment) : Named.OfAnchor(fragment, root.Element);
    }

    private NamedSchemas Named => _named ??= new NamedSchemas(document);

    private Place Below(Place root, string pointer)
    {
        var value = root.Element;
        foreach (var step in JsonPointer.Parse(pointer) ?? [])
        {
            if (value.ValueKind == JsonValueKind.Object ? !MembersOf(value).TryGetValue(step, out value)
                : !value.TryResolve(JsonPointer.Of(step), out value))
                return default;
        }

        return new Place(value, root.Pointer + pointer);
    }

    private Dictionary<string, PositionedElement> MembersOf(PositionedElement value)
    {
        if (!_members.TryGetValue(value.Offset, out var members))
            _members.Add(value.Offset, members = FormReader.LastMembers(value));
        return members;
    }
}
