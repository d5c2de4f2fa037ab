using System.Collections.Immutable;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>Compares the branches of <c>anyOf</c> and <c>oneOf</c>, and the conjuncts of two schemas.</summary>
internal static class ListEdits
{
    /// <summary>Compares the schemas that must all match.</summary>
    /// <param name="here">The place, with the complete schemas.</param>
    /// <param name="rows">The groups of keywords that are compared as conjuncts, because a branch of either side has them.</param>
    /// <param name="compare">Compares a conjunct of one side with one of the other side.</param>
    public static void Conjoined(EditSite here, IReadOnlyList<ConjunctRow> rows, Action<Form, Form, FormPath> compare)
    {
        var (before, after) = (List(here.Before), List(here.After));
        var pairs = BranchPairs.Of([.. before.Select(part => part.Form)], [.. after.Select(part => part.Form)]);
        var (kept, same) = (pairs.Select(pair => pair.Before).ToHashSet(), pairs.Select(pair => pair.After).ToHashSet());
        foreach (var (i, j) in pairs)
            compare(before[i].Form, after[j].Form, here.Path.Below(new Step(StepKind.AllOf, "", before[i].Index, after[j].Index)));
        foreach (var (_, (form, _)) in before.Index().Where(part => !kept.Contains(part.Index)))
            Add(Change.Removed, form);
        foreach (var (_, (form, _)) in after.Index().Where(part => !same.Contains(part.Index)))
            Add(Change.Added, form);

        List<(Form Form, int Index)> List(Form form)
        {
            var own = ConjunctTable.Rows.Count(row => row.IsIn(form));
            return [.. Conjuncts.Of(form).Select((part, index) => (part, index))
                .Where(part => part.index >= own || rows.Any(row => row.IsIn(part.part)))];
        }

        void Add(Change change, Form form) => here.Add(
            "allOf", change == Change.Added ? Change.Tightened : Change.Loosened,
            $"a schema that must match was {(change == Change.Added ? "added" : "removed")}",
            (source, _) => Conjuncts.Toggle(source, form),
            change == Change.Removed ? form.Place : here.Before.PlaceOf("allOf"),
            change == Change.Added ? form.Place : here.After.PlaceOf("allOf"));
    }

    /// <summary>Compares the alternatives.</summary>
    public static void Alternatives(
        EditSite here, string keyword, StepKind kind, Action<Form, Form, FormPath> compare,
        Func<Form, ImmutableArray<Form>> get, Func<Form, ImmutableArray<Form>, Form> set)
    {
        var (before, after) = (get(here.Before), get(here.After));
        if (before.IsEmpty && after.IsEmpty)
            return;
        if (before.IsEmpty != after.IsEmpty)
        {
            here.Add(
                keyword,
                before.IsEmpty ? Change.Added : Change.Removed,
                $"{keyword} {(before.IsEmpty ? "was added" : "was removed")}",
                (source, to) => set(source, get(to)));
            return;
        }

        var pairs = BranchPairs.Of(before, after);
        var (kept, same) = (pairs.Select(pair => pair.Before).ToHashSet(), pairs.Select(pair => pair.After).ToHashSet());
        foreach (var (i, j) in pairs)
            compare(before[i], after[j], here.Path.Below(new Step(kind, "", i, j)));
        foreach (var (_, branch) in before.Index().Where(part => !kept.Contains(part.Index)))
            Add(Change.Removed, branch);
        foreach (var (_, branch) in after.Index().Where(part => !same.Contains(part.Index)))
            Add(Change.Added, branch);

        void Add(Change change, Form branch) => here.Add(
            keyword, change == Change.Added ? Change.Loosened : Change.Tightened,
            $"a branch was {(change == Change.Added ? "added" : "removed")}: {string.Join(" or ", ValueKindTable.Names(branch.Kinds))}",
            (source, _) =>
            {
                var parts = get(source);
                var present = parts.FirstOrDefault(part => part.Key == branch.Key);
                return set(source, present is null ? parts.Add(branch) : parts.Remove(present));
            },
            change == Change.Removed ? branch.Place : here.Before.PlaceOf(keyword),
            change == Change.Added ? branch.Place : here.After.PlaceOf(keyword));
    }
}
