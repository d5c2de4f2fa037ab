using System.Collections.Immutable;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>
/// Pairs properties of an object that were renamed: one was removed, one was added, and their descriptions, their names or their schemas
/// say that they are the same.
/// </summary>
internal static class PropertyRenames
{
    // Each removed property is compared with each added one; beyond this, they are reported as they are.
    private const int MostCompared = 64;

    public static IReadOnlyList<(string Before, string After)> Of(Form before, Form after)
    {
        var gone = Only(before, after);
        var come = Only(after, before);
        if (gone.IsEmpty || come.IsEmpty || gone.Length > MostCompared || come.Length > MostCompared)
            return [];
        var isOnly = gone.Length == 1 && come.Length == 1;
        var likely = from was in gone
                     from now in come
                     let score = Score(before.Properties[was], after.Properties[now], was, now, isOnly)
                     where score > 0
                     orderby score descending
                     select (was, now);
        var pairs = new List<(string Before, string After)>();
        foreach (var (was, now) in likely)
        {
            if (pairs.TrueForAll(pair => pair.Before != was && pair.After != now))
                pairs.Add((was, now));
        }

        return pairs;
    }

    private static ImmutableArray<string> Only(Form form, Form other) =>
        [.. form.Properties.Keys.Where(name => !other.Properties.ContainsKey(name))];

    /// <summary>How likely the properties are the same; 0 if nothing says so.</summary>
    private static int Score(Form before, Form after, string was, string now, bool isOnly)
    {
        if ((before.Kinds & after.Kinds) == 0 && NameSimilarity.Of(was, now) < 1)
            return 0;
        var (textBefore, textAfter) = (Description(before), Description(after));
        var isSameText = textBefore.Length > 0 && textBefore == textAfter;
        var isOtherText = textBefore.Length > 0 && textAfter.Length > 0 && textBefore != textAfter;
        var isSame = before.Key == after.Key;
        var isSimilar = NameSimilarity.Of(was, now) >= NameSimilarity.Likely;
        if (!isSameText && !isSimilar && !(isSame && isOnly && !isOtherText))
            return 0;
        return (isSameText ? 8 : 0) + (isSimilar ? 4 : 0) + (isSame ? 2 : 0) + (NameSimilarity.Of(was, now) >= 1 ? 1 : 0);
    }

    private static string Description(Form form) =>
        form.Annotations.TryGetValue("description", out var description) ? description.RawText : "";
}
