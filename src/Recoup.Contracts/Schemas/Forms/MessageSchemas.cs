using System.Runtime.CompilerServices;
using System.Text.Json;
using Recoup.Binding.Types;
using Recoup.Catalogs.Json;
using Recoup.Schemas;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>
/// The schemas of an OpenAPI document as they apply to requests or to responses. A request does not contain a <c>readOnly</c> property and
/// a response does not contain a <c>writeOnly</c> one, even if the property is required (OpenAPI 3.0.3, section 4.7.24.2). Schemas of
/// version 3.0 are written as schemas of draft 4.
/// </summary>
internal sealed class MessageSchemas
{
    private static readonly ConditionalWeakTable<PositionedJson, Dictionary<(MemberAccess, bool), MessageSchemas>> Known = [];

    private readonly PositionedElement _root;
    private readonly SchemaPlaces _places;
    private readonly Lazy<JsonElement> _document;

    private MessageSchemas(PositionedElement root, MemberAccess absent, bool isSender)
    {
        (_root, AbsentAccess, IsSender, _places) = (root, absent, isSender, new SchemaPlaces(root));
        Dialect = SpecDialect.Of(root);
        Names = new AbsentNames(root, absent, HasLoneReferences);
        _document = new Lazy<JsonElement>(() => MessageWriter.Write(this, root));
    }

    /// <summary>
    /// The document, in which absent properties are not required and have no schema. It contains only a schema and what the schema refers
    /// to, each at its place, because a document has thousands of schemas. If identifiers take part, it contains everything.
    /// </summary>
    /// <param name="schema">The schema.</param>
    /// <param name="pointer">The pointer of the schema in the document.</param>
    public JsonElement DocumentOf(PositionedElement schema, string pointer) =>
        DocumentPart.Of(schema, pointer, _root) is { } part ? MessageWriter.Write(this, part) : _document.Value;

    /// <summary>The names of the properties that the messages do not contain.</summary>
    public AbsentNames Names { get; }

    /// <summary>The dialect of the schemas.</summary>
    public SpecDialect Dialect { get; }

    /// <summary>Whether a schema of the document names its own dialect.</summary>
    public bool NamesDialects => _places.NamesDialects;

    /// <summary>Whether siblings of a reference are ignored, as up to draft 7.</summary>
    public bool HasLoneReferences => Dialect.Draft <= SchemaDraft.Draft7;

    /// <summary>Whether a value of the document is a schema.</summary>
    public bool IsSchema(PositionedElement value) => _places.Contains(value);

    /// <summary>
    /// The schema of a property that the messages do not contain: a sender never writes it, and a receiver ignores it.
    /// </summary>
    public Form Absent => IsSender ? Form.Nothing : Form.Anything;

    /// <summary>The access of the properties that the messages do not contain.</summary>
    public MemberAccess AbsentAccess { get; }

    /// <summary>Whether the document describes who writes the messages, and not who reads them.</summary>
    public bool IsSender { get; }

    /// <summary>The cached schemas of a document.</summary>
    /// <param name="root">The document.</param>
    /// <param name="absent">The access of the properties that the messages do not contain.</param>
    /// <param name="isSender">Whether the document describes who writes the messages, and not who reads them.</param>
    public static MessageSchemas Of(PositionedElement root, MemberAccess absent, bool isSender)
    {
        var known = Known.GetOrCreateValue(root.Document);
        lock (known)
        {
            if (!known.TryGetValue((absent, isSender), out var schemas))
                known.Add((absent, isSender), schemas = new MessageSchemas(root, absent, isSender));
            return schemas;
        }
    }
}
