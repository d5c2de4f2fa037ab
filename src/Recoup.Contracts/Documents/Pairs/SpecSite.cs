using System.Text.Json;
using Recoup.Binding.Types;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Documents.Wire;
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
    public IEnumerable<Finding> Schemas(
        PositionedElement before, PositionedElement after, Direction direction, string what, string value, int seed)
    {
        if (Closure.IsSame(before, after))
            return [];
        var judged = SchemaComparison.Compare(
            SchemaBefore(before, direction), SchemaAfter(after, direction), direction, seed, DocumentPair.Cancellation);
        return judged.Select(one =>
            SchemaFinding.Of(one, Operation!, "", direction, DocumentPair, "", "", value) with { Message = $"{what}: {one.Edit.Message}" });
    }

    /// <summary>The kinds of the values that the earlier document accepts.</summary>
    public ValueKinds KindsBefore(PositionedElement schema)
    {
        var source = SchemaBefore(schema);
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
        var kinds = form.AllOf.Aggregate(form.Kinds, (all, part) => all & KindsOf(part));
        foreach (var branches in new[] { form.AnyOf, form.OneOf })
        {
            if (!branches.IsEmpty)
                kinds &= branches.Aggregate(ValueKinds.None, (all, part) => all | KindsOf(part));
        }

        return kinds;
    }

    private SchemaSource SchemaBefore(PositionedElement schema, Direction direction = Direction.Parameters) =>
        SchemaSource.OfSpec(schema, DocumentPair.Before.Root, BeforePointers.Of(schema), AbsentIn(direction));

    private SchemaSource SchemaAfter(PositionedElement schema, Direction direction = Direction.Parameters) =>
        SchemaSource.OfSpec(schema, DocumentPair.After.Root, AfterPointers.Of(schema), AbsentIn(direction));

    private static MemberAccess AbsentIn(Direction direction) =>
        direction == Direction.Parameters ? MemberAccess.Response : MemberAccess.Request;
}
