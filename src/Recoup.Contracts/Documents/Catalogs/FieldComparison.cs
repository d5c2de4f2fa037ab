using System.Text.Json;
using Recoup.Catalogs.Json;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Findings;
using Recoup.Contracts.Json;

namespace Recoup.Contracts.Documents.Catalogs;

/// <summary>Creates findings about a field of an action that both documents have.</summary>
internal sealed record FieldComparison(
    string Action,
    DocumentPair DocumentPair,
    PositionedElement Before,
    PositionedElement After,
    string BeforeRoot = "",
    string AfterRoot = "")
{
    public Finding Finding(Rule rule, string field, string message, Verdict verdict, string? reason = null)
    {
        var (before, after) = (Before[field], After[field]);
        return new Finding
        {
            Rule = rule,
            Verdict = verdict,
            Change = before.ValueKind == JsonValueKind.Undefined
                ? Change.Added
                : after.ValueKind == JsonValueKind.Undefined ? Change.Removed : Change.Changed,
            Message = message,
            Reason = reason,
            Action = Action,
            Pointer = "/" + field,
            Before = Excerpt.Of(before),
            After = Excerpt.Of(after),
            BeforeLocation = DocumentPair.InBefore(before, BeforeRoot + "/" + field),
            AfterLocation = DocumentPair.InAfter(after, AfterRoot + "/" + field) ?? DocumentPair.InAfter(After, AfterRoot),
            ContentHash = ContentHash.Of(before, after),
        };
    }
}
