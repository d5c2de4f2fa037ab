using Recoup.Contracts.Normalization;
using Recoup.Contracts.Rules;

namespace Recoup.Contracts.Verdicts;

/// <summary>Two schemas -> what changed between them and what it means.</summary>
internal static class SchemaVerdicts
{
    public static IReadOnlyList<Judged> Compare(SchemaSource old, SchemaSource @new, Direction direction, int seed)
    {
        if (old.Element == @new.Element && old.Document == @new.Document)
            return [];
        if (Pair(old, @new, out var refused) is not { } pair)
            return Refused(old, @new, refused);

        var edits = EditFinder.Find(pair.Old, pair.New);
        var judge = new EditJudge(pair, direction, seed);
        var judged = edits.Select(edit => Judge(edit, judge)).ToList();
        if (pair.Old.Key != pair.New.Key && judged.TrueForAll(one => one.Verdict < Verdict.Unproven) && edits.Any(edit => edit.Take is not null) && !judge.WholeIsProved)
            judged.AddRange(Together(pair, judge, edits));
        return judged;
    }

    private static Judged Judge(Edit edit, EditJudge judge)
    {
        if (edit.Take is null)
            return new Judged(edit, Verdict.Behavior, null, null);
        var (verdict, witness, reason) = judge.Judge(edit);
        return new Judged(edit, verdict, witness, reason);
    }

    /// <summary>Each edit alone may be harmless, and all together not.</summary>
    private static IEnumerable<Judged> Together(SchemaPair pair, EditJudge judge, IReadOnlyList<Edit> edits)
    {
        if (edits.Count(edit => edit.Take is not null) < 2)
            yield break;
        var whole = new Edit(KeywordRules.Whole, Change.Changed, FormPath.Root, "all its changes together", pair.Old.Place, pair.New.Place);
        yield return judge.SearchWhole() is { } witness
            ? new Judged(whole, Verdict.Breaking, witness, null)
            : new Judged(whole, Verdict.Unproven, null, "each change alone is compatible, but no proof was found for all of them together");
    }

    private static SchemaPair? Pair(SchemaSource old, SchemaSource @new, out string refused)
    {
        refused = "";
        if (!old.TryCompile(out var oldSchema, out var problem))
            refused = $"the old schema cannot be compiled: {problem}";
        else if (!@new.TryCompile(out var newSchema, out problem))
            refused = $"the new schema cannot be compiled: {problem}";
        else
            return new SchemaPair(oldSchema!, newSchema!, old.ToForm(oldSchema!.Draft), @new.ToForm(newSchema!.Draft), old.Domain & @new.Domain);
        return null;
    }

    /// <summary>What the engine refuses is compared as text, with its spelling put in order.</summary>
    private static IReadOnlyList<Judged> Refused(SchemaSource old, SchemaSource @new, string reason)
    {
        if (Text(old) == Text(@new))
            return [];
        var whole = new Edit(KeywordRules.Whole, Change.Changed, FormPath.Root, "the schema has changed", new Place(old.Element, old.Pointer), new Place(@new.Element, @new.Pointer));
        return [new Judged(whole, Verdict.Unproven, null, reason)];
    }

    private static string Text(SchemaSource source) =>
        source.Element.ValueKind == System.Text.Json.JsonValueKind.Undefined ? "" : CanonicalJson.Of(source.Element.ToJsonElement());
}
