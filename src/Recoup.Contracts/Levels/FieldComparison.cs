using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Verdicts;

namespace Recoup.Contracts.Levels;

/// <summary>Findings about one field of something that both documents have.</summary>
internal sealed record FieldComparison(string Action, Sides Sides, PositionedElement Old, PositionedElement New, string OldRoot = "", string NewRoot = "")
{
    public Finding Finding(Rule rule, string field, string message, Verdict verdict, string? reason = null)
    {
        var (before, after) = (Old[field], New[field]);
        return new Finding
        {
            Rule = rule,
            Verdict = verdict,
            Change = before.ValueKind == JsonValueKind.Undefined ? Change.Added : after.ValueKind == JsonValueKind.Undefined ? Change.Removed : Change.Changed,
            Message = message,
            Reason = reason,
            Action = Action,
            Pointer = "/" + field,
            Before = Excerpt.Of(before),
            After = Excerpt.Of(after),
            OldLocation = Sides.InOld(before, OldRoot + "/" + field),
            NewLocation = Sides.InNew(after, NewRoot + "/" + field) ?? Sides.InNew(New, NewRoot),
            ContentHash = ContentHash.Of(before, after),
        };
    }
}
