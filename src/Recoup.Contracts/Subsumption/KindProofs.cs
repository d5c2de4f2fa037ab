using Recoup.Contracts.Normalization;

namespace Recoup.Contracts.Subsumption;

/// <summary>The claims about values of one kind.</summary>
internal static class KindProofs
{
    /// <summary>The kinds of which the premise admits a value, as far as that shows.</summary>
    public static Kinds Possible(Premise premise, Prover prover)
    {
        var kinds = premise.Kinds;
        if ((kinds & Kinds.Number) != 0)
            kinds = NumberProofs.Possible(premise, kinds);
        if ((kinds & Kinds.String) != 0 && StringProofs.IsEmpty(premise, prover))
            kinds &= ~Kinds.String;
        if ((kinds & Kinds.Array) != 0 && ArrayProofs.IsEmpty(premise, prover))
            kinds &= ~Kinds.Array;
        if ((kinds & Kinds.Object) != 0 && ObjectProofs.IsEmpty(premise, prover))
            kinds &= ~Kinds.Object;
        return kinds;
    }

    public static bool Follow(Premise premise, Kinds kinds, Form conclusion, Prover prover) =>
        ((kinds & Kinds.Number) == 0 || NumberProofs.Follow(premise, kinds, conclusion))
        && ((kinds & Kinds.String) == 0 || StringProofs.Follow(premise, conclusion, prover))
        && ((kinds & Kinds.Array) == 0 || ArrayProofs.Follow(premise, conclusion, prover))
        && ((kinds & Kinds.Object) == 0 || ObjectProofs.Follow(premise, conclusion, prover));
}
