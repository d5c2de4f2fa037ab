using System.Text.Json;
using Recoup.Binding.Types;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Findings;
using Recoup.Contracts.Json;
using Recoup.Contracts.Schemas.Edits;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Documents.Pairs;

/// <summary>An operation in two OpenAPI documents, and the findings about it. Pointers start at the root of the document.</summary>
internal sealed record SpecSite(
    string? Operation,
    DocumentPair DocumentPair,
    PositionedElement Before,
    PositionedElement After,
    PointerIndex BeforePointers,
    PointerIndex AfterPointers,
    SchemaClosure Closure)
{
    public Finding Finding(
        Rule rule, Change change, Verdict verdict, string message, PositionedElement before, PositionedElement after,
         Direction? direction = null, string? reason = null)
    {
        var (beforeLocation, afterLocation) = Locate(before, after);
        return new Finding
        {
            Rule = rule,
            Verdict = verdict,
            Change = change,
            Message = message,
            Reason = reason,
            Direction = direction,
            Action = Operation,
            Pointer = after.ValueKind != JsonValueKind.Undefined ? AfterPointers.Of(after) : BeforePointers.Of(before),
            Before = Excerpt.Of(before),
            After = Excerpt.Of(after),
            BeforeLocation = beforeLocation,
            AfterLocation = afterLocation,
            ContentHash = ContentHash.Of(before, after),
        };
    }

    /// <summary>A part of the earlier operation, after following its reference.</summary>
    public PositionedElement InBefore(string name) => SpecReference.Follow(Before[name], DocumentPair.Before.Root);

    /// <summary>A part of the later operation, after following its reference.</summary>
    public PositionedElement InAfter(string name) => SpecReference.Follow(After[name], DocumentPair.After.Root);

    /// <summary>The locations of a part in both documents. A missing part is located at its operation.</summary>
    public (Location? Before, Location? After) Locate(PositionedElement before, PositionedElement after) => (
        DocumentPair.InBefore(before, BeforePointers.Of(before)) ?? DocumentPair.InBefore(Before, BeforePointers.Of(Before)),
        DocumentPair.InAfter(after, AfterPointers.Of(after)) ?? DocumentPair.InAfter(After, AfterPointers.Of(After)));

    /// <summary>The findings about a schema of the operation.</summary>
    /// <param name="before">The earlier schema.</param>
    /// <param name="after">The later schema.</param>
    /// <param name="direction">Who sends its values.</param>
    /// <param name="what">What has the schema, for messages.</param>
    /// <param name="value">The path of its values.</param>
    /// <param name="seed">The seed of the samples.</param>
    /// <param name="texts">The texts of its values; null if they are sent as JSON.</param>
    public IEnumerable<Finding> Schemas(
        PositionedElement before, PositionedElement after, Direction direction, string what, string value, int seed,
        TextValues? texts = null)
    {
        if (Closure.IsSame(before, after))
            return [];
        var judged = SchemaComparison.Compare(
            SchemaBefore(before, direction) with { Texts = TextsOf(Direction.Results) },
            SchemaAfter(after, direction) with { Texts = TextsOf(Direction.Parameters) },
            direction,
            seed,
            DocumentPair.Cancellation);
        return judged.Select(one =>
            SchemaFinding.Of(one, Operation!, "", direction, DocumentPair, "", "", value) with { Message = $"{what}: {one.Edit.Message}" });

        TextValues? TextsOf(Direction read) => texts is null ? null : texts with { IsReader = direction == read };
    }

    /// <summary>The kinds of the values that the earlier document accepts.</summary>
    public ValueKinds KindsBefore(PositionedElement schema) => KindsOf(SchemaBefore(schema));

    /// <summary>The kinds of the values that the later document accepts.</summary>
    public ValueKinds KindsAfter(PositionedElement schema) => KindsOf(SchemaAfter(schema));

    private static ValueKinds KindsOf(SchemaSource source)
    {
        try
        {
            return source.TryCompile(out var compiled, out _) ? KindsOf(source.ToForm(compiled!.Draft)) : ValueKinds.All;
        }
        catch (UndecidedException)
        {
            return ValueKinds.All;
        }
    }

    /// <summary>Whether a schema of the earlier document accepts an empty text.</summary>
    public bool AcceptsEmptyBefore(PositionedElement schema) => AcceptsEmpty(SchemaBefore(schema));

    /// <summary>Whether a schema of the later document accepts an empty text.</summary>
    public bool AcceptsEmptyAfter(PositionedElement schema) => AcceptsEmpty(SchemaAfter(schema));

    private static bool AcceptsEmpty(SchemaSource source) =>
        source.TryCompile(out var compiled, out _) && compiled!.IsValid(JsonValues.Text(""));

    private static ValueKinds KindsOf(Form form)
    {
        var kinds = form.AllOf.Aggregate(WrittenAs(form), (all, part) => all & KindsOf(part));
        foreach (var branches in new[] { form.AnyOf, form.OneOf })
        {
            if (!branches.IsEmpty)
                kinds &= branches.Aggregate(ValueKinds.None, (all, part) => all | KindsOf(part));
        }

        return kinds;
    }

    /// <summary>The kinds of a form by how they are written: a list of one item and an object without properties are like a text.</summary>
    private static ValueKinds WrittenAs(Form form)
    {
        var kinds = form.Kinds;
        var isShortList = form.MaxItems <= 1
            || (form.Values is { } values && values.All(value =>
                value.Kind != ValueKinds.Array || value.Value.GetArrayLength() <= 1));
        if ((kinds & ValueKinds.Array) != 0 && isShortList)
            kinds = (kinds & ~ValueKinds.Array) | ValueKinds.String;
        var isEmptyObject = form.MaxProperties <= 0
            || (form.Additional is { IsNothing: true } && form.Properties.IsEmpty && form.PatternProperties.IsEmpty);
        if ((kinds & ValueKinds.Object) != 0 && isEmptyObject)
            kinds = (kinds & ~ValueKinds.Object) | ValueKinds.String;
        return kinds;
    }

    // A program writes requests by the earlier document, and the server writes responses by the later one.
    private SchemaSource SchemaBefore(PositionedElement schema, Direction direction = Direction.Parameters) => SchemaSource.OfSpec(
        schema, DocumentPair.Before.Root, BeforePointers.Of(schema), AbsentIn(direction), direction == Direction.Parameters);

    private SchemaSource SchemaAfter(PositionedElement schema, Direction direction = Direction.Parameters) => SchemaSource.OfSpec(
        schema, DocumentPair.After.Root, AfterPointers.Of(schema), AbsentIn(direction), direction == Direction.Results);

    private static MemberAccess AbsentIn(Direction direction) =>
        direction == Direction.Parameters ? MemberAccess.Response : MemberAccess.Request;
}
