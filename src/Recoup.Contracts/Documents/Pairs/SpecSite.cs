using System.Text.Json;
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
    PointerIndex AfterPointers)
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

    /// <summary>The locations of a part in both documents. A missing part is located at its operation.</summary>
    public (Location? Before, Location? After) Locate(PositionedElement before, PositionedElement after) => (
        DocumentPair.InBefore(before, BeforePointers.Of(before)) ?? DocumentPair.InBefore(Before, BeforePointers.Of(Before)),
        DocumentPair.InAfter(after, AfterPointers.Of(after)) ?? DocumentPair.InAfter(After, AfterPointers.Of(After)));

    /// <summary>The findings about a schema of the operation.</summary>
    public IEnumerable<Finding> Schemas(PositionedElement before, PositionedElement after, Direction direction, string what, int seed)
    {
        var judged = SchemaComparison.Compare(
            new SchemaSource(before, DocumentPair.Before.Root, BeforePointers.Of(before)),
             new SchemaSource(after, DocumentPair.After.Root, AfterPointers.Of(after)), direction, seed);
        var value = direction == Direction.Results ? ValuePath.Result : what;
        return judged.Select(one =>
            SchemaFinding.Of(one, Operation!, "", direction, DocumentPair, "", "", value) with { Message = $"{what}: {one.Edit.Message}" });
    }
}
