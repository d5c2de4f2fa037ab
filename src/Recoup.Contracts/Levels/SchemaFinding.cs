using Recoup.Contracts.Verdicts;

namespace Recoup.Contracts.Levels;

/// <summary>A judged edit as a finding about an action or operation.</summary>
internal static class SchemaFinding
{
    public static Finding Of(Judged judged, string action, string pointer, Direction direction, Sides sides, string oldRoot, string newRoot)
    {
        var edit = judged.Edit;
        return new Finding
        {
            Rule = edit.Rule,
            Verdict = judged.Verdict,
            Change = edit.Change,
            Message = edit.Message,
            Direction = direction,
            Action = action,
            Pointer = pointer + edit.Pointer,
            Before = edit.Change == Change.Added ? null : Excerpt.Of(edit.Old.Element),
            After = edit.Change == Change.Removed ? null : Excerpt.Of(edit.New.Element),
            OldLocation = sides.InOld(edit.Old.Element, oldRoot + edit.Old.Pointer),
            NewLocation = sides.InNew(edit.New.Element, newRoot + edit.New.Pointer),
            Witness = judged.Witness,
            Reason = judged.Reason,
            ContentHash = ContentHash.Of(edit.Old.Element, edit.New.Element),
        };
    }
}
