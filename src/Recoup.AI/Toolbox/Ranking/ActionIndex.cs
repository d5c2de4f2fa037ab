using System.Runtime.InteropServices;
using Recoup.Catalogs;

namespace Recoup.AI.Toolbox.Ranking;

/// <summary>
/// Finds the actions that a request in plain words means, by two measures of likeness. One looks at words: which of the request an action
/// has, or synonyms of them, and which of its slug the request has; a word counts more the fewer actions have it. The other looks at
/// meaning: the vectors of both texts.
/// </summary>
/// <remarks>The order depends on the catalog and the request alone. Actions with equal scores keep the order of the catalog.</remarks>
internal sealed class ActionIndex
{
    /// <summary>How soon more occurrences of a word stop counting (BM25's k1).</summary>
    private const float Saturation = 1.2f;

    // The score is the logarithm of how likely an action is meant, up to a constant. These weights make the labeled tasks most likely.
    private const float RequestWeight = 8;
    private const float SlugWeight = 4;
    private const float MeaningWeight = 10;

    // What the score of an action loses that has a successor; and of one that changes something although the request only asks, or that
    // only reads although the request is to change something.
    private const float DeprecatedLoss = 3.5f;
    private const float EffectLoss = 1.5f;

    /// <summary>How close an action must be in meaning if it has no word of the request.</summary>
    private const float LeastLikeness = 0.5f;

    private readonly Dictionary<string, List<Posting>> _postings = [];
    private readonly Trait[] _traits;
    private readonly float[][] _meanings;

    /// <summary>Creates the index.</summary>
    /// <param name="actions">The actions; a hit is an index into this list.</param>
    public ActionIndex(IReadOnlyList<CatalogAction> actions)
    {
        var reader = new WordReader();
        var texts = Field.All.Select(field => actions.Select(action => field.Words(reader, action)).ToArray()).ToArray();
        var averages = texts.Select(words => words.Select(list => list.Count).DefaultIfEmpty().Average()).ToArray();
        _traits = new Trait[actions.Count];
        for (var action = 0; action < actions.Count; action++)
        {
            for (var i = 0; i < texts.Length; i++)
                Add(action, texts[i][action], Field.All[i], averages[i]);
            _traits[action] = Trait.Of(actions[action], texts[0][action]);
        }

        foreach (var postings in _postings.Values)
        {
            foreach (ref var posting in CollectionsMarshal.AsSpan(postings))
                posting = posting with { Score = posting.Score * (Saturation + 1) / (posting.Score + Saturation) };
        }

        _meanings = [.. actions.Select(action => Meaning.English.Of($"{action.Name} {action.Description}", Field.MostWords))];
    }

    /// <summary>Finds actions, best first.</summary>
    /// <param name="text">The request; only its first words count.</param>
    /// <param name="count">At most how many.</param>
    public IReadOnlyList<int> Find(string text, int count)
    {
        var request = Request.Read(text);
        var shares = new float[_traits.Length];
        var covered = new int[_traits.Length];
        var matches = new Posting[_traits.Length];
        var total = 0f;
        foreach (var concept in request.Concepts)
        {
            Array.Clear(matches);
            foreach (var alternative in concept)
                Raise(matches, alternative);
            total += Add(matches, shares, covered);
        }

        var meaning = Meaning.English.Of(request.Text, Request.MostWords);
        var hits = new List<(int Action, float Score)>();
        for (var i = 0; i < shares.Length; i++)
        {
            var likeness = Meaning.Likeness(meaning, _meanings[i]);
            if (shares[i] > 0 || likeness >= LeastLikeness)
                hits.Add((i, Score(i, request, total > 0 ? shares[i] / total : 0, covered[i], likeness)));
        }

        return [.. hits.OrderByDescending(hit => hit.Score).Take(count).Select(hit => hit.Action)];
    }

    private float Score(int action, Request request, float share, int covered, float likeness)
    {
        var trait = _traits[action];
        return (RequestWeight * share)
            + (SlugWeight * Math.Min(1, (float)covered / trait.SlugWords))
            + (MeaningWeight * likeness)
            - (trait.IsDeprecated ? DeprecatedLoss : 0)
            - (request.Changes == trait.Reads ? EffectLoss : 0);
    }

    /// <summary>
    /// Adds the matches of a concept. How rare it is depends on all alternatives together: a rare synonym counts no more than a common one.
    /// </summary>
    /// <returns>What the concept counts at most; 0 if no action matches.</returns>
    private float Add(Posting[] matches, float[] shares, int[] covered)
    {
        var count = matches.Count(match => match.Score > 0);
        var rarity = MathF.Log(1 + ((_traits.Length - count + 0.5f) / (count + 0.5f)));
        for (var i = 0; i < matches.Length; i++)
        {
            shares[i] += rarity * Math.Min(1, matches[i].Score);
            covered[i] += matches[i].SlugWords;
        }

        return count > 0 ? rarity : 0;
    }

    /// <summary>Keeps the better match of each action: the one so far, or that of an alternative.</summary>
    private void Raise(Posting[] matches, Alternative alternative)
    {
        foreach (var match in Matches(alternative))
        {
            var score = alternative.Weight * match.Score / alternative.Words.Count;
            ref var best = ref matches[match.Action];
            best = new(match.Action, Math.Max(best.Score, score), Math.Max(best.SlugWords, match.SlugWords));
        }
    }

    /// <summary>The actions that have all words of an alternative.</summary>
    private List<Posting> Matches(Alternative alternative)
    {
        List<Posting>? matches = null;
        foreach (var word in alternative.Words)
        {
            if (!_postings.TryGetValue(word, out var postings))
                return [];
            matches = matches is null ? postings : Intersection(matches, postings);
        }

        return matches ?? [];
    }

    private static List<Posting> Intersection(List<Posting> left, List<Posting> right)
    {
        var both = new List<Posting>();
        for (var (i, j) = (0, 0); i < left.Count && j < right.Count;)
        {
            if (left[i].Action < right[j].Action)
                i++;
            else if (left[i].Action > right[j].Action)
                j++;
            else
                both.Add(new(left[i].Action, left[i].Score + right[j].Score, left[i++].SlugWords + right[j++].SlugWords));
        }

        return both;
    }

    private void Add(int action, List<string> words, Field field, double average)
    {
        var weight = (float)(field.Weight / (1 - field.LengthPenalty + (field.LengthPenalty * words.Count / Math.Max(1, average))));
        foreach (var word in words)
        {
            ref var postings = ref CollectionsMarshal.GetValueRefOrAddDefault(_postings, word, out _);
            postings ??= [];
            if (postings.Count > 0 && postings[^1].Action == action)
                postings[^1] = postings[^1] with { Score = postings[^1].Score + weight };
            else
                postings.Add(new Posting(action, weight, field.IsSlug ? 1 : 0));
        }
    }

    /// <summary>What an action has of a word.</summary>
    /// <param name="Action">The index of the action. The postings of a word are in this order.</param>
    /// <param name="Score">How well the action matches.</param>
    /// <param name="SlugWords">How many words of the slug match.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Posting(int Action, float Score, int SlugWords);
}
