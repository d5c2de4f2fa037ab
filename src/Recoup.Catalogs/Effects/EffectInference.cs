using Recoup.Catalogs.Slugs;

namespace Recoup.Catalogs.Effects;

/// <summary>
/// Infers the effect of an action from the words of its slug. The worst verb decides. An action is a read only if a reading verb leads, no
/// word says anything else, and the description does not contradict.
/// </summary>
/// <remarks>A service can give any name to any action, so an inferred effect does not protect from a hostile catalog.</remarks>
internal static class EffectInference
{
    // Longer slugs are not names, and the work is bounded.
    private const int LongestSlug = 256;

    public static ActionEffect Of(string slug, string connectorSlug, string description)
    {
        if (slug.Length > LongestSlug)
            return ActionEffect.Unknown;
        var name = ConnectorResolver.Resolve(slug, connectorSlug).ActionName;
        var words = SlugWords.Of(name);
        if (WorstOf(words) is { } worst)
            return worst;

        // A letter of another alphabet can look like one that makes a verb.
        return name.All(c => c < 128) && IsRead(words) && !EffectDescription.Contradicts(description)
            ? ActionEffect.Read
            : ActionEffect.Unknown;
    }

    /// <summary>The verb that a word is: one of the table, or one with a prefix.</summary>
    public static EffectVerb? VerbOf(string word)
    {
        if (EffectVerbTable.Verbs.TryGetValue(word, out var known))
            return known;
        var prefix = EffectVerbTable.Prefixes.FirstOrDefault(prefix => word.StartsWith(prefix, StringComparison.Ordinal));
        return prefix is not null
            && EffectVerbTable.Verbs.TryGetValue(word[prefix.Length..], out var verb)
            && verb.Effect != ActionEffect.Read
                ? verb with { IsAlsoNoun = false }
                : null;
    }

    /// <summary>The verb that a word is, also in the third person: "creates", "pushes" and "applies".</summary>
    public static EffectVerb? InflectedVerbOf(string word) =>
        VerbOf(word)
        ?? (word.EndsWith("IES", StringComparison.Ordinal) ? VerbOf(word[..^3] + "Y") : null)
        ?? (word.EndsWith("ES", StringComparison.Ordinal) ? VerbOf(word[..^2]) : null)
        ?? (word.EndsWith("S", StringComparison.Ordinal) ? VerbOf(word[..^1]) : null);

    // The effect of the verbs that do not read, or null if there is none.
    private static ActionEffect? WorstOf(IReadOnlyList<string> words)
    {
        ActionEffect? worst = null;
        var lead = LeadOf(words);
        for (var i = 0; i < words.Count; i++)
        {
            if (VerbOf(words[i]) is { Effect: not ActionEffect.Read } verb
                && (!verb.IsAlsoNoun || i == lead || FollowsConjunction(words, i))
                && (worst is null || IsWorse(verb.Effect, worst.Value)))
            {
                worst = verb.Effect;
            }
        }

        return worst;
    }

    // What runs anything may also destroy.
    private static bool IsWorse(ActionEffect effect, ActionEffect than) =>
        effect != than && (effect == ActionEffect.Destroy || than == ActionEffect.Write);

    private static bool IsRead(IReadOnlyList<string> words)
    {
        // "courses.students.list": resources lead. Another word might be a verb that the table lacks, and LIST a noun.
        var at = LeadOf(words);
        while (at < words.Count && IsPlural(words[at]))
            at++;

        return at < words.Count
            && Reads(words[at])
            && (words[at] != "LIST" || words.Any(IsPlural))
            && !(EffectVerbTable.Doubts.TryGetValue(words[at], out var doubts) && words.Any(doubts.Contains))
            && Enumerable.Range(0, words.Count).All(i => !EffectVerbTable.Conjunctions.Contains(words[i]) || IsHarmless(words, i + 1));
    }

    // What a conjunction adds is a verb that reads, or several things.
    private static bool IsHarmless(IReadOnlyList<string> words, int at) =>
        at < words.Count && (Reads(words[at]) || (IsPlural(words[at]) && InflectedVerbOf(words[at]) is not { IsAlsoNoun: false }));

    private static bool FollowsConjunction(IReadOnlyList<string> words, int at) =>
        at > 0 && EffectVerbTable.Conjunctions.Contains(words[at - 1]);

    private static int LeadOf(IReadOnlyList<string> words)
    {
        var lead = 0;
        while (lead < words.Count && EffectVerbTable.Modifiers.Contains(words[lead]))
            lead++;
        return lead;
    }

    private static bool Reads(string word) => VerbOf(word) is { Effect: ActionEffect.Read };

    private static bool IsPlural(string word) => EffectVerbTable.Plurals.Contains(word)
        || (word is [_, .., not ('S' or 'U' or 'I'), 'S'] && VerbOf(word) is null);
}
