using System.Text.Json;
using Recoup.Binding.Types;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Json;
using Recoup.Schemas;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>A schema in a document.</summary>
/// <param name="Element">The schema; undefined if any value is accepted.</param>
/// <param name="Document">The document that references point into; for a catalog, the schema itself.</param>
/// <param name="Pointer">The pointer of the schema in the document.</param>
internal sealed record SchemaSource(PositionedElement Element, PositionedElement Document, string Pointer)
{
    private static readonly Uri DocumentUri = new("recoup:/document");

    private bool IsPart => Pointer.Length > 0;

    /// <summary>
    /// The kinds of values that can occur. The parameters of an action are always sent as an object, whatever their schema says.
    /// </summary>
    public ValueKinds Domain { get; init; } = ValueKinds.All;

    /// <summary>The texts of the values; null if the values are sent as JSON.</summary>
    public TextValues? Texts { get; init; }

    /// <summary>The draft of a schema without <c>$schema</c>.</summary>
    public SchemaDraft DefaultDraft { get; init; } = SchemaDraft.Draft202012;

    /// <summary>A schema of an OpenAPI document.</summary>
    /// <param name="element">The schema; undefined if any value is accepted.</param>
    /// <param name="root">The document.</param>
    /// <param name="pointer">The pointer of the schema in the document.</param>
    /// <param name="absent">The access of the properties that the messages do not contain.</param>
    /// <param name="isSender">Whether the document describes who writes the messages, and not who reads them.</param>
    public static SchemaSource OfSpec(
        PositionedElement element, PositionedElement root, string pointer, MemberAccess absent, bool isSender = false)
    {
        var messages = MessageSchemas.Of(root, absent, isSender);
        return new(element, root, pointer) { Messages = messages, DefaultDraft = messages.Dialect.Draft };
    }

    /// <summary>The same schema for who reads the messages.</summary>
    public SchemaSource ForReader => Messages is null
        ? this
        : this with { Messages = MessageSchemas.Of(Document, Messages.AbsentAccess, isSender: false) };

    private MessageSchemas? Messages { get; init; }

    /// <summary>The length of the schema in its document.</summary>
    public int Length => Element.ValueKind == JsonValueKind.Undefined ? 0 : Element.Length;

    /// <summary>Whether both schemas, with all that they may refer to, are written alike except for the order of members.</summary>
    public bool IsSame(SchemaSource other) => SameJson.Is(Element, other.Element) && (!IsPart || Document == other.Document);

    public bool TryCompile(out JsonSchema? schema, out string problem)
    {
        schema = null;
        if (OtherDialect() is { } dialect)
        {
            problem = $"its dialect '{dialect}' is not the one of the document, or is not known";
            return false;
        }

        var options = new JsonSchemaOptions { DefaultDraft = DefaultDraft, HonorNullable = true, Limits = FormJudge.Limits };
        JsonElement element;
        if (IsPart)
        {
            options = new JsonSchemaOptions
            {
                DefaultDraft = DefaultDraft,
                HonorNullable = true,
                Limits = FormJudge.Limits,
                Documents = new Dictionary<Uri, JsonElement>
                {
                    [DocumentUri] = Messages?.DocumentOf(Element, Pointer) ?? Document.ToJsonElement(),
                },
            };
            using var reference = JsonDocument.Parse($$"""{"$ref":"{{DocumentUri}}#{{Fragment(Pointer)}}"}""");
            element = reference.RootElement.Clone();
        }
        else
        {
            element = Element.ValueKind == JsonValueKind.Undefined ? JsonDocument.Parse("{}").RootElement : Element.ToJsonElement();
        }

        var compiles = JsonSchema.TryParse(element, options, out schema, out var problems);
        problem = compiles ? "" : problems[0].ToString();
        return compiles;
    }

    public Form ToForm(SchemaDraft draft)
    {
        var form = Element.ValueKind == JsonValueKind.Undefined
            ? Form.Anything
            : FormReader.Read(Element, Document, Pointer, draft, Messages);
        form = Texts?.Of(form) ?? form;
        return (form.Kinds & Domain) == form.Kinds ? form : FormSimplifier.Simplify(form with { Kinds = form.Kinds & Domain });
    }

    /// <summary>
    /// A dialect that the engine cannot apply to a part of an OpenAPI document: an unknown one, or one that differs from the document's.
    /// </summary>
    private string? OtherDialect()
    {
        if (Messages is null)
            return null;
        if (Messages.Dialect.Unknown is { } unknown)
            return unknown;
        return Messages.NamesDialects && !Messages.Dialect.IsVersion30 ? OtherDialectBelow() : null;
    }

    private string? OtherDialectBelow()
    {
        var seen = new HashSet<int>();
        var open = new Stack<PositionedElement>([Element]);
        while (open.TryPop(out var next))
        {
            if (next.ValueKind == JsonValueKind.Undefined || !seen.Add(next.Offset))
                continue;
            foreach (var schema in next.DescendantsAndSelf())
            {
                if (schema["$schema"].AsString() is { } dialect && SpecDialect.DraftOf(dialect) != DefaultDraft)
                    return dialect;
                if (schema["$ref"].AsString() is { } reference && Document.TryFollow(reference, out var target))
                    open.Push(target);
            }
        }

        return null;
    }

    // RFC 6901, section 6.
    private static string Fragment(string pointer) => Uri.EscapeDataString(pointer).Replace("%2F", "/", StringComparison.Ordinal);
}
