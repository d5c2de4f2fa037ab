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

    /// <summary>The draft of a schema without <c>$schema</c>.</summary>
    public SchemaDraft DefaultDraft { get; init; } = SchemaDraft.Draft202012;

    /// <summary>
    /// A schema of an OpenAPI document. Schemas of version 3.0 are those of draft 5, which has the keywords of draft 4 (OpenAPI 3.0.3,
    /// section 4.7.24); schemas of version 3.1 are those of draft 2020-12.
    /// </summary>
    /// <param name="element">The schema; undefined if any value is accepted.</param>
    /// <param name="root">The document.</param>
    /// <param name="pointer">The pointer of the schema in the document.</param>
    /// <param name="absent">The access of the properties that the messages do not contain.</param>
    public static SchemaSource OfSpec(PositionedElement element, PositionedElement root, string pointer, MemberAccess absent)
    {
        var isVersion30 = root["openapi"].AsString()?.StartsWith("3.0.", StringComparison.Ordinal) == true;
        return new(element, root, pointer)
        {
            Messages = MessageSchemas.Of(root, absent),
            DefaultDraft = isVersion30 ? SchemaDraft.Draft4 : SchemaDraft.Draft202012,
        };
    }

    private MessageSchemas? Messages { get; init; }

    /// <summary>The length of the schema in its document.</summary>
    public int Length => Element.ValueKind == JsonValueKind.Undefined ? 0 : Element.Length;

    /// <summary>Whether both schemas, with all that they may refer to, are written alike except for the order of members.</summary>
    public bool IsSame(SchemaSource other) => SameJson.Is(Element, other.Element) && (!IsPart || Document == other.Document);

    public bool TryCompile(out JsonSchema? schema, out string problem)
    {
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
        return (form.Kinds & Domain) == form.Kinds ? form : FormSimplifier.Simplify(form with { Kinds = form.Kinds & Domain });
    }

    // RFC 6901, section 6.
    private static string Fragment(string pointer) => Uri.EscapeDataString(pointer).Replace("%2F", "/", StringComparison.Ordinal);
}
