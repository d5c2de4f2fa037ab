using System.Collections.Immutable;
using System.Globalization;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>
/// Compares the branches of <c>allOf</c>, <c>anyOf</c> and <c>oneOf</c>. Branches are paired by their constraints, by their discriminator,
/// by title, and then by kind.
/// </summary>
internal static class ListEdits
{
    public static void Find(
        EditSite here, string keyword, StepKind kind, ImmutableArray<Form> before, ImmutableArray<Form> after,
         Action<Form, Form, FormPath> compare,
        Func<Form, ImmutableArray<Form>> get, Func<Form, ImmutableArray<Form>, Form> set)
    {
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

        var pairs = Pair(before, after);
        foreach (var (i, j) in pairs)
            compare(before[i], after[j], here.Path.Below(new Step(kind, "", i, j)));
        for (var i = 0; i < before.Length; i++)
        {
            if (pairs.All(pair => pair.Before != i))
                Branch(here, keyword, Change.Removed, before[i], get, set);
        }

        for (var j = 0; j < after.Length; j++)
        {
            if (pairs.All(pair => pair.After != j))
                Branch(here, keyword, Change.Added, after[j], get, set);
        }
    }

    private static void Branch(
        EditSite here,
        string keyword,
        Change change,
        Form branch,
        Func<Form, ImmutableArray<Form>> get,
        Func<Form, ImmutableArray<Form>, Form> set)
    {
        // A new alternative accepts more values; a new branch of allOf accepts fewer.
        var isMore = change == Change.Added == (keyword != "allOf");
        here.Add(keyword, isMore ? Change.Loosened : Change.Tightened,
            keyword == "allOf" ? $"a schema that must match was {(change == Change.Added ? "added" : "removed")}"
                : $"{(change == Change.Added ? "a branch was added" : "a branch was removed")}: {string.Join(
                    " or ", ValueKindTable.Names(branch.Kinds))}",
            (source, to) =>
            {
                var parts = get(source);
                var at = parts.Select(part => part.Key).ToList().IndexOf(branch.Key);
                return set(source, at >= 0 ? parts.RemoveAt(at) : parts.Add(branch));
            },
            change == Change.Removed ? branch.Place : here.Before.PlaceOf(keyword),
            change == Change.Added ? branch.Place : here.After.PlaceOf(keyword));
    }

    private static List<(int Before, int After)> Pair(ImmutableArray<Form> before, ImmutableArray<Form> after)
    {
        var pairs = new List<(int Before, int After)>();
        PairBy(form => form.Key);
        PairBy(Tag);
        PairBy(form => form.Annotations.TryGetValue("title", out var title) ? title.RawText : null);
        PairBy(form => ((int)form.Kinds).ToString(CultureInfo.InvariantCulture) + string.Join(',', form.Required));
        PairBy(form => ((int)form.Kinds).ToString(CultureInfo.InvariantCulture));
        return pairs;

        void PairBy(Func<Form, string?> key)
        {
            for (var i = 0; i < before.Length; i++)
            {
                if (pairs.Any(pair => pair.Before == i) || key(before[i]) is not { } wanted)
                    continue;
                for (var j = 0; j < after.Length; j++)
                {
                    if (pairs.All(pair => pair.After != j) && key(after[j]) == wanted)
                    {
                        pairs.Add((i, j));
                        break;
                    }
                }
            }
        }
    }

    /// <summary>The properties with only one possible value, which discriminate the shapes of a union.</summary>
    private static string? Tag(Form form)
    {
        var tags = form.Properties.Where(pair => pair.Value.Values is { Length: 1 })
            .Select(pair => pair.Key + "=" + pair.Value.Values!.Value[0].Key)
            .ToList();
        return tags.Count == 0 ? null : string.Join(",", tags);
    }
}
