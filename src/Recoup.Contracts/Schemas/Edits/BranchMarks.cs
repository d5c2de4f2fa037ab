using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>What a branch is recognized by: its discriminator, its title, and the names, values and types within it.</summary>
/// <param name="Kinds">The kinds of values.</param>
/// <param name="Tag">The properties with only one possible value, which discriminate the shapes of a union; or null.</param>
/// <param name="Title">The title, or null.</param>
/// <param name="Names">The names of properties, at every depth.</param>
/// <param name="Words">Everything else: types, values, required properties and keywords.</param>
internal sealed record BranchMarks(
    ValueKinds Kinds, string? Tag, string? Title, IReadOnlySet<string> Names, IReadOnlySet<string> Words)
{
    private const int Deepest = 5;
    private const int MostWords = 256;

    public static BranchMarks Of(Form form)
    {
        var (names, words) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        Collect(form, names, words, 0);
        return new BranchMarks(
            form.Kinds,
            TagOf(form),
            form.Annotations.TryGetValue("title", out var title) ? title.RawText : null,
            names,
            words);
    }

    /// <summary>The properties with only one possible value, or null.</summary>
    public static string? TagOf(Form form)
    {
        var tags = form.Properties.Where(pair => pair.Value.Values is { Length: 1 })
            .Select(pair => pair.Key + "=" + pair.Value.Values!.Value[0].Key)
            .ToList();
        return tags.Count == 0 ? null : string.Join(',', tags);
    }

    /// <summary>How much two branches resemble each other; 0 if they have nothing in common.</summary>
    public double Resemblance(BranchMarks other)
    {
        if ((Kinds & other.Kinds) == 0)
            return 0;
        var score = Tag is not null && Tag == other.Tag ? 4.0 : 0;
        score += Title is not null && Title == other.Title ? 2 : 0;
        if (score == 0 && Names.Count > 0 && other.Names.Count > 0 && !Names.Overlaps(other.Names))
            return 0;
        return score + (2 * Share(Names, other.Names)) + Share(Words, other.Words);
    }

    private static double Share(IReadOnlySet<string> one, IReadOnlySet<string> other)
    {
        var common = one.Count(other.Contains);
        return common == 0 ? 0 : (double)common / (one.Count + other.Count - common);
    }

    private static void Collect(Form form, HashSet<string> names, HashSet<string> words, int depth)
    {
        if (depth > Deepest || names.Count + words.Count > MostWords)
            return;
        words.UnionWith(ValueKindTable.Names(form.Kinds).Select(kind => "type " + kind));
        words.UnionWith((form.Values ?? []).Select(value => "value " + value.Key));
        words.UnionWith(form.Required.Select(name => "required " + name));
        words.UnionWith(ConjunctTable.Rows.Index().Where(row => row.Item.IsIn(form)).Select(row => FormattableString.Invariant(
            $"group {row.Index}")));
        names.UnionWith(form.Properties.Keys);
        foreach (var part in FormParts.Of(form))
            Collect(part, names, words, depth + 1);
    }
}
