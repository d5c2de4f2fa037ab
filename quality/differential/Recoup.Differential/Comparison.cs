using Recoup.Differential.Disagreements;
using Recoup.Differential.Judges;

namespace Recoup.Differential;

/// <summary>Judges all pairs with the engine and its peers, and explains each disagreement.</summary>
/// <param name="pairs">The pairs.</param>
/// <param name="peers">The peers; each is the other one's witness.</param>
/// <param name="explanations">The known reasons.</param>
internal sealed class Comparison(IReadOnlyList<Pair> pairs, IReadOnlyList<IJudge> peers, IReadOnlyList<Explanation> explanations)
{
    private readonly RecoupJudge _own = new();
    private readonly Dictionary<Explanation, int> _uses = [];

    /// <summary>The number of pairs whose instance is valid.</summary>
    public int Valid { get; private set; }

    /// <summary>The peers, each with the number of pairs on which it agrees.</summary>
    public List<(string Peer, int Agreements)> Agreements { get; } = [];

    /// <summary>The disagreements that no row explains.</summary>
    public List<Disagreement> Unexplained { get; } = [];

    /// <summary>How often a row explained a disagreement.</summary>
    public int Uses(Explanation explanation) => _uses.GetValueOrDefault(explanation);

    /// <summary>Judges all pairs.</summary>
    public void Run()
    {
        var own = pairs.Select(_own.Judge).ToArray();
        Valid = own.Count(verdict => verdict == Verdict.Valid);
        foreach (var peer in peers)
        {
            var agreements = 0;
            for (var index = 0; index < pairs.Count; index++)
            {
                if (peer.Judge(pairs[index]) is var theirs && theirs.Text == own[index].Text)
                    agreements++;
                else
                    Explain(Smallest(pairs[index], own[index], theirs, peer));
            }

            Agreements.Add((peer.Name, agreements));
        }
    }

    private Disagreement Smallest(Pair pair, Verdict ours, Verdict theirs, IJudge peer)
    {
        var smallest = Shrinking.Smallest(pair, smaller => _own.Judge(smaller) == ours && peer.Judge(smaller) == theirs);
        var witness = peers.First(other => !ReferenceEquals(other, peer)).Judge(smallest);
        return new Disagreement(peer.Name, smallest, ours, theirs, witness);
    }

    private void Explain(Disagreement disagreement)
    {
        if (explanations.FirstOrDefault(row => row.Explains(disagreement)) is { } found)
            _uses[found] = Uses(found) + 1;
        else
            Unexplained.Add(disagreement);
    }
}
