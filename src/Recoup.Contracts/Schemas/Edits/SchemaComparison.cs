using Recoup.Contracts.Json;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>Compares two schemas: finds the edits and judges each one.</summary>
internal static class SchemaComparison
{
    public static IReadOnlyList<JudgedEdit> Compare(SchemaSource before, SchemaSource after, Direction direction, int seed)
    {
        if (before.Element == after.Element && before.Document == after.Document)
            return [];
        if (Pair(before, after, out var refused) is not { } pair)
            return Refused(before, after, refused);

        var edits = EditFinder.Find(pair.Before, pair.After);
        var judge = new EditJudge(pair, direction, seed);
        var judged = edits.Select(edit => Judge(edit, judge)).ToList();
        if (pair.Before.Key != pair.After.Key
            && judged.TrueForAll(one => one.Verdict < Verdict.Unproven)
            && edits.Any(edit => edit.Take is not null)
            && !judge.WholeIsProved)
            judged.AddRange(Together(pair, judge, edits));
        return judged;
    }

    private static JudgedEdit Judge(Edit edit, EditJudge judge)
    {
        if (edit.Take is null)
            return new JudgedEdit(edit, Verdict.Behavior, null, null);
        var (verdict, witness, reason) = judge.Judge(edit);
        return new JudgedEdit(edit, verdict, witness, reason);
    }

    /// <summary>Judges all edits together, because several compatible edits can be breaking in combination.</summary>
    private static IEnumerable<JudgedEdit> Together(SchemaPair pair, EditJudge judge, IReadOnlyList<Edit> edits)
    {
        if (edits.Count(edit => edit.Take is not null) < 2)
            yield break;
        var whole = new Edit(
            Edit.WholeSchema, Change.Changed, FormPath.Root, "all its changes together", pair.Before.Place, pair.After.Place);
        yield return judge.SearchWhole() is { } witness
            ? new JudgedEdit(whole, Verdict.Breaking, witness, null)
            : new JudgedEdit(
                whole, Verdict.Unproven, null, "each change alone is compatible, but no proof was found for all of them together");
    }

    private static SchemaPair? Pair(SchemaSource before, SchemaSource after, out string refused)
    {
        refused = "";
        if (!before.TryCompile(out var beforeSchema, out var problem))
            refused = $"the old schema cannot be compiled: {problem}";
        else if (!after.TryCompile(out var afterSchema, out problem))
            refused = $"the new schema cannot be compiled: {problem}";
        else
            return new SchemaPair(
                beforeSchema!,
                afterSchema!,
                before.ToForm(beforeSchema!.Draft),
                after.ToForm(afterSchema!.Draft),
                before.Domain & after.Domain);
        return null;
    }

    /// <summary>Compares schemas that the engine rejects, as canonical JSON.</summary>
    private static IReadOnlyList<JudgedEdit> Refused(SchemaSource before, SchemaSource after, string reason)
    {
        if (Text(before) == Text(after))
            return [];
        var whole = new Edit(
            Edit.WholeSchema,
            Change.Changed,
            FormPath.Root,
            "the schema has changed",
            new Place(before.Element, before.Pointer),
            new Place(after.Element, after.Pointer));
        return [new JudgedEdit(whole, Verdict.Unproven, null, reason)];
    }

    private static string Text(SchemaSource source) =>
        source.Element.ValueKind == System.Text.Json.JsonValueKind.Undefined ? "" : CanonicalJson.Of(source.Element.ToJsonElement());
}
