namespace Recoup.Catalogs.Effects;

/// <summary>
/// Reads the beginning of a description, which can only cast doubt on a read: another verb comes before the first one that reads, or
/// follows it after a conjunction ("Retrieves and deletes a message").
/// </summary>
internal static class EffectDescription
{
    private const int LongestBeginning = 200;

    public static bool Contradicts(string description)
    {
        var beginning = description[..Math.Min(description.Length, LongestBeginning)];
        var end = beginning.IndexOfAny(['.', ';', '\n']);
        var words = SlugWords.Of(end < 0 ? beginning : beginning[..end]);
        var reads = false;
        for (var i = 0; i < words.Count; i++)
        {
            var verb = EffectInference.InflectedVerbOf(words[i]);
            reads |= verb is { Effect: ActionEffect.Read };
            if (verb is { Effect: ActionEffect.Write or ActionEffect.Destroy, IsAlsoNoun: false }
                && (!reads || (i > 0 && EffectVerbTable.Conjunctions.Contains(words[i - 1]))))
            {
                return true;
            }
        }

        return false;
    }
}
