using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Schemas;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>
/// Resolves the references in one document. Documents are never fetched. What references lead through is indexed, so that many references
/// take linear time.
/// </summary>
internal sealed class ReferenceFinder(PositionedElement document)
{
    // Whether the text of a document has identifiers, so that it is searched once for all of its schemas.
    private static readonly ConditionalWeakTable<PositionedJson, StrongBox<bool>> Identified = [];

    private readonly Dictionary<int, Dictionary<string, PositionedElement>> _members = [];
    private readonly Dictionary<(int Resource, string Reference), Place> _resolved = [];
    private NamedSchemas? _named;

    /// <summary>Identifies the document.</summary>
    public string DocumentKey => _documentKey ??= Convert.ToHexStringLower(SHA256.HashData(document.RawUtf8.Span));

    private string? _documentKey;

    /// <summary>The schemas that another one refers to. The element of a broken reference is undefined.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="draft">Its draft, which says what is a reference.</param>
    /// <exception cref="UndecidedException">
    /// What a dynamic reference refers to depends on the schemas that lead to it, or several schemas have one name.
    /// </exception>
    public IReadOnlyList<Place> Of(PositionedElement schema, SchemaDraft draft)
    {
        var places = new List<Place>();
        if (schema["$ref"].AsString() is { } reference)
            places.Add(Resolve(reference, schema));
        var name = draft switch
        {
            SchemaDraft.Draft201909 => "$recursiveRef",
            SchemaDraft.Draft202012 => "$dynamicRef",
            _ => null,
        };
        if (name is null || schema[name].AsString() is not { } dynamic)
            return places;
        if (Named.IsDynamic(dynamic))
            throw new UndecidedException($"several schemas can be the target of '{name}', and the schema that refers to it decides");
        places.Add(Resolve(dynamic, schema));
        return places;
    }

    private NamedSchemas Named => _named ??= new NamedSchemas(document);

    private bool HasIdentifiers => Identified.GetValue(document.Document, static json => new(
        json.Utf8.Span.IndexOf("\"$id\""u8) >= 0 || json.Utf8.Span.IndexOf(NamedSchemas.OldDialect) >= 0)).Value;

    private Place Resolve(string reference, PositionedElement schema)
    {
        var resource = HasIdentifiers ? Named.ResourceOf(schema) : new Place(document, "");
        var key = (resource.Element.Offset, reference);
        if (!_resolved.TryGetValue(key, out var place))
            _resolved.Add(key, place = Find(reference, resource));
        return place;
    }

    // A fragment is one of the resource that has the reference (JSON Schema 2020-12 core, section 8.2).
    private Place Find(string reference, Place resource)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var address = hash < 0 ? reference : reference[..hash];
        var fragment = hash < 0 ? "" : Uri.UnescapeDataString(reference[(hash + 1)..]);
        var root = address.Length == 0 ? resource : Named.OfAddress(address);
        if (root.Element.ValueKind == JsonValueKind.Undefined || fragment.Length == 0)
            return root;
        return fragment[0] == '/' ? Below(root, fragment) : Named.OfAnchor(fragment, root);
    }

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
