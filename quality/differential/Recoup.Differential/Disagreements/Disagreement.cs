using System.Text.Json.Nodes;
using Recoup.Differential.Judges;

namespace Recoup.Differential.Disagreements;

/// <summary>A pair that the engine and a peer judge differently.</summary>
/// <param name="Peer">The name of the peer.</param>
/// <param name="Pair">The smallest pair that was found with the same verdicts.</param>
/// <param name="Ours">The engine's verdict.</param>
/// <param name="Theirs">The peer's verdict.</param>
/// <param name="Witness">The verdict of the other peer.</param>
internal sealed record Disagreement(string Peer, Pair Pair, Verdict Ours, Verdict Theirs, Verdict Witness)
{
    /// <summary>The names of all members of the schema.</summary>
    public IReadOnlySet<string> Keywords { get; } = Names(Pair.SchemaNode).ToHashSet(StringComparer.Ordinal);

    public override string ToString() => $"{Peer} says {Theirs.Text}{(Theirs.IsRefused ? $" ({Theirs.Reason})" : "")}, "
        + $"the engine {Ours.Text}, the other peer {Witness.Text}: {Pair}";

    private static IEnumerable<string> Names(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Names(member.Value).Prepend(member.Key)),
        JsonArray items => items.SelectMany(Names),
        _ => [],
    };
}
