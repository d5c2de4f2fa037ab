using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Verdicts;

namespace Recoup.Contracts.Levels;

/// <summary>An operation of two OpenAPI documents, as findings about it name it. Pointers are those of the whole document.</summary>
internal sealed record SpecSite(string? Operation, Sides Sides, PositionedElement Old, PositionedElement New, PointerIndex OldPointers, PointerIndex NewPointers)
{
    public Finding Finding(
        Rule rule, Change change, Verdict verdict, string message, PositionedElement old, PositionedElement @new, Direction? direction = null, string? reason = null)
    {
        var (oldLocation, newLocation) = Locate(old, @new);
        return new Finding
        {
            Rule = rule,
            Verdict = verdict,
            Change = change,
            Message = message,
            Reason = reason,
            Direction = direction,
            Action = Operation,
            Pointer = @new.ValueKind != JsonValueKind.Undefined ? NewPointers.Of(@new) : OldPointers.Of(old),
            Before = Excerpt.Of(old),
            After = Excerpt.Of(@new),
            OldLocation = oldLocation,
            NewLocation = newLocation,
            ContentHash = ContentHash.Of(old, @new),
        };
    }

    /// <summary>The places of a part; what one side lacks is shown by the operation it is missing from.</summary>
    public (Location? Old, Location? New) Locate(PositionedElement old, PositionedElement @new) => (
        Sides.InOld(old, OldPointers.Of(old)) ?? Sides.InOld(Old, OldPointers.Of(Old)),
        Sides.InNew(@new, NewPointers.Of(@new)) ?? Sides.InNew(New, NewPointers.Of(New)));

    /// <summary>The findings about a schema of the operation.</summary>
    public IEnumerable<Finding> Schemas(PositionedElement old, PositionedElement @new, Direction direction, string what, int seed)
    {
        var judged = SchemaVerdicts.Compare(
            new SchemaSource(old, Sides.Old.Root, OldPointers.Of(old)), new SchemaSource(@new, Sides.New.Root, NewPointers.Of(@new)), direction, seed);
        return judged.Select(one => SchemaFinding.Of(one, Operation!, "", direction, Sides, "", "") with { Message = $"{what}: {one.Edit.Message}" });
    }
}
