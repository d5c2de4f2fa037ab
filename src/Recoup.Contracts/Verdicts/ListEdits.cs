using System.Collections.Immutable;
using System.Globalization;
using Recoup.Contracts.Normalization;

namespace Recoup.Contracts.Verdicts;

/// <summary>The branches of <c>allOf</c>, <c>anyOf</c> and <c>oneOf</c>: paired by what they demand, by what tells them apart, then by place.</summary>
internal static class ListEdits
{
    public static void Find(
        EditSite here, string keyword, StepKind kind, ImmutableArray<Form> old, ImmutableArray<Form> @new, Action<Form, Form, FormPath> compare,
        Func<Form, ImmutableArray<Form>> get, Func<Form, ImmutableArray<Form>, Form> set)
    {
        if (old.IsEmpty && @new.IsEmpty)
            return;
        if (old.IsEmpty != @new.IsEmpty)
        {
            here.Add(keyword, old.IsEmpty ? Change.Added : Change.Removed, $"{keyword} {(old.IsEmpty ? "was added" : "was removed")}", (source, to) => set(source, get(to)));
            return;
        }

        var pairs = Pair(old, @new);
        foreach (var (i, j) in pairs)
            compare(old[i], @new[j], here.Path.Below(new Step(kind, "", i, j)));
        for (var i = 0; i < old.Length; i++)
        {
            if (pairs.All(pair => pair.Old != i))
                Branch(here, keyword, Change.Removed, old[i], get, set);
        }

        for (var j = 0; j < @new.Length; j++)
        {
            if (pairs.All(pair => pair.New != j))
                Branch(here, keyword, Change.Added, @new[j], get, set);
        }
    }

    private static void Branch(EditSite here, string keyword, Change change, Form branch, Func<Form, ImmutableArray<Form>> get, Func<Form, ImmutableArray<Form>, Form> set)
    {
        // For alternatives, one more branch is more values; for allOf it is fewer.
        var isMore = change == Change.Added == (keyword != "allOf");
        here.Add(keyword, isMore ? Change.Loosened : Change.Tightened,
            keyword == "allOf" ? $"a schema that must match was {(change == Change.Added ? "added" : "removed")}"
                : $"{(change == Change.Added ? "a branch was added" : "a branch was removed")}: {string.Join(" or ", KindTable.Names(branch.Kinds))}",
            (source, to) =>
            {
                var parts = get(source);
                var at = parts.Select(part => part.Key).ToList().IndexOf(branch.Key);
                return set(source, at >= 0 ? parts.RemoveAt(at) : parts.Add(branch));
            },
            change == Change.Removed ? branch.Place : here.Old.PlaceOf(keyword),
            change == Change.Added ? branch.Place : here.New.PlaceOf(keyword));
    }

    private static List<(int Old, int New)> Pair(ImmutableArray<Form> old, ImmutableArray<Form> @new)
    {
        var pairs = new List<(int Old, int New)>();
        PairBy(form => form.Key);
        PairBy(Tag);
        PairBy(form => form.Annotations.TryGetValue("title", out var title) ? title.RawText : null);
        PairBy(form => ((int)form.Kinds).ToString(CultureInfo.InvariantCulture) + string.Join(',', form.Required));
        PairBy(form => ((int)form.Kinds).ToString(CultureInfo.InvariantCulture));
        return pairs;

        void PairBy(Func<Form, string?> key)
        {
            for (var i = 0; i < old.Length; i++)
            {
                if (pairs.Any(pair => pair.Old == i) || key(old[i]) is not { } wanted)
                    continue;
                for (var j = 0; j < @new.Length; j++)
                {
                    if (pairs.All(pair => pair.New != j) && key(@new[j]) == wanted)
                    {
                        pairs.Add((i, j));
                        break;
                    }
                }
            }
        }
    }

    /// <summary>The properties with one possible value: what tells the shapes of a union apart.</summary>
    private static string? Tag(Form form)
    {
        var tags = form.Properties.Where(pair => pair.Value.Values is { Length: 1 }).Select(pair => pair.Key + "=" + pair.Value.Values!.Value[0].Key).ToList();
        return tags.Count == 0 ? null : string.Join(",", tags);
    }
}
