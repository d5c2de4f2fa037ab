using Recoup.Contracts.Json;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>Compares two schemas: finds the edits and judges each one.</summary>
internal static class SchemaComparison
{
    public static IReadOnlyList<JudgedEdit> Compare(
        SchemaSource before, SchemaSource after, Direction direction, int seed, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        if (before.IsSame(after))
            return [];
        try
        {
            return Pair(before, after, out var refused) is { } pair
                ? Compare(pair, direction, seed, new Effort(cancellation), () => IsSame(before, after, pair))
                : Refused(before, after, refused);
        }
        catch (UndecidedException e)
        {
            return Refused(before, after, e.Message);
        }
    }

    private static List<JudgedEdit> Compare(SchemaPair pair, Direction direction, int seed, Effort effort, Func<bool> isSame)
    {
        var edits = EditFinder.Find(pair.Before, pair.After);
        var judge = new EditJudge(pair, direction, seed, new FormJudge(effort));
        var judged = new List<JudgedEdit>();
        var left = Effort.OfSchemas;
        for (var i = 0; i < edits.Count; i++)
        {
            // Each edit gets an equal share of the work that the earlier ones have left over, and one share stays for all together.
            var share = left / (edits.Count - i + 1);
            effort.Left = share;
            judged.Add(edits[i].Take is null ? new JudgedEdit(edits[i], Verdict.Behavior, null, null) : judge.Judge(edits[i]));
            left -= share - effort.Left;
        }

        effort.Left = left;
        if (pair.Before.Key != pair.After.Key && judged.TrueForAll(one => one.Verdict < Verdict.Breaking) && !isSame())
            return Together(pair, judge, judged);
        return judged;
    }

    // A sender writes fewer messages than the same schema lets a reader accept.
    private static bool IsSame(SchemaSource before, SchemaSource after, SchemaPair pair) =>
        before.ForReader.ToForm(pair.BeforeSchema.Draft).Key == after.ForReader.ToForm(pair.AfterSchema.Draft).Key;

    /// <summary>Judges all edits together, because several compatible edits can be breaking in combination.</summary>
    private static List<JudgedEdit> Together(SchemaPair pair, EditJudge judge, List<JudgedEdit> judged)
    {
        var whole = new Edit(
            Edit.WholeSchema, Change.Changed, FormPath.Root, "all its changes together", pair.Before.Place, pair.After.Place);
        try
        {
            if (judge.WholeIsProved)
                return judged;
            if (judge.SearchWhole() is { } witness)
            {
                // If there is only one edit, the schemas differ in nothing else.
                return judged.Count(one => one.Edit.Take is not null) == 1
                    ? judged.ConvertAll(one => one.Edit.Take is null ? one : new JudgedEdit(one.Edit, Verdict.Breaking, witness, null))
                    : [.. judged, new JudgedEdit(whole, Verdict.Breaking, witness, null)];
            }
        }
        catch (UndecidedException e)
        {
            return Unproven(e.Message);
        }

        return Unproven("each change alone is compatible, but no proof was found for all of them together");

        // An unproven edit already says that the schemas are not proved compatible.
        List<JudgedEdit> Unproven(string reason) => judged.Exists(one => one.Verdict == Verdict.Unproven)
            ? judged
            : [.. judged, new JudgedEdit(whole, Verdict.Unproven, null, reason)];
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
                before.Domain & after.Domain)
            { Length = before.Length + after.Length, Texts = before.Texts };
        return null;
    }

    /// <summary>Compares schemas that the engine rejects, as canonical JSON.</summary>
    private static IReadOnlyList<JudgedEdit> Refused(SchemaSource before, SchemaSource after, string reason)
    {
        if (Text(before) == Text(after))
            return [];
        return [Undecided(new Place(before.Element, before.Pointer), new Place(after.Element, after.Pointer), reason)];
    }

    /// <summary>The change of a schema that cannot be compared.</summary>
    public static JudgedEdit Undecided(Place before, Place after, string reason) => new(
        new Edit(Edit.WholeSchema, Change.Changed, FormPath.Root, "the schema has changed", before, after), Verdict.Unproven, null, reason);

    private static string Text(SchemaSource source) =>
        source.Element.ValueKind == System.Text.Json.JsonValueKind.Undefined ? "" : CanonicalJson.Of(source.Element.ToJsonElement());
}
