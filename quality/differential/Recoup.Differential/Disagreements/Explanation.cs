using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Recoup.Differential.Disagreements;

/// <summary>Why a peer is wrong: a row of <c>explained.json</c>.</summary>
/// <param name="Peer">How the name of the peer begins.</param>
/// <param name="Name">A name for the kind of disagreement.</param>
/// <param name="Keywords">What the smallest schema has: all of these keywords.</param>
/// <param name="Pattern">What the text of the disagreement matches; null for anything.</param>
/// <param name="Refuses">Whether the peer refuses the schema.</param>
/// <param name="Proof">What shows that the engine is right in each single case; see <see cref="Proofs"/>.</param>
/// <param name="Reason">What the peer does.</param>
/// <param name="Specification">The sentence of the specification that decides.</param>
[SuppressMessage("Performance", "CA1812:Avoid uninstantiated internal classes", Justification = "Read from JSON.")]
internal sealed record Explanation(
    string Peer,
    string Name,
    IReadOnlyList<string> Keywords,
    string? Pattern,
    bool Refuses,
    string Proof,
    string Reason,
    string Specification)
{
    /// <summary>Whether this is the reason of a disagreement.</summary>
    public bool Explains(Disagreement disagreement) =>
        disagreement.Peer.StartsWith(Peer, StringComparison.Ordinal)
        && disagreement.Theirs.IsRefused == Refuses
        && Keywords.All(disagreement.Keywords.Contains)
        && (Pattern is null || Regex.IsMatch(disagreement.ToString(), Pattern, RegexOptions.CultureInvariant))
        && Proofs.Hold(Proof, disagreement);
}
