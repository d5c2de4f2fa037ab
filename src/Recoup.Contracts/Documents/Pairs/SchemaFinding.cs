using Recoup.Contracts.Findings;
using Recoup.Contracts.Findings.Rules;
using Recoup.Contracts.Json;
using Recoup.Contracts.Schemas.Edits;

namespace Recoup.Contracts.Documents.Pairs;

/// <summary>Creates the finding about a judged edit of an action or operation.</summary>
internal static class SchemaFinding
{
    public static Finding Of(
        JudgedEdit judged,
        string action,
        string pointer,
        Direction direction,
        DocumentPair documents,
        string beforeRoot,
        string afterRoot,
        string value)
    {
        var edit = judged.Edit;
        return new Finding
        {
            Rule = KeywordRules.Of(edit.Keyword),
            Verdict = judged.Verdict,
            Change = edit.Change,
            Message = edit.Message,
            Direction = direction,
            Action = action,
            Pointer = pointer + edit.Pointer,
            Before = edit.Change == Change.Added ? null : Excerpt.Of(edit.Before.Element),
            After = edit.Change == Change.Removed ? null : Excerpt.Of(edit.After.Element),
            BeforeLocation = documents.InBefore(edit.Before.Element, beforeRoot + edit.Before.Pointer),
            AfterLocation = documents.InAfter(edit.After.Element, afterRoot + edit.After.Pointer),
            Witness = judged.Witness,
            Reason = judged.Reason,
            Values = Values(edit, ValuePath.Of(value, edit.Path)),
            ContentHash = ContentHash.Of(edit.Before.Element, edit.After.Element),
        };
    }

    private static IReadOnlyList<string> Values(Edit edit, string value) =>
        edit.Properties is [] ? [value] : [.. edit.Properties.Select(name => ValuePath.Property(value, name))];
}
