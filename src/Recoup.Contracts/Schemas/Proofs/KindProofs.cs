using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Proofs;

/// <summary>Proofs about values of one kind.</summary>
internal static class KindProofs
{
    /// <summary>The kinds of values that the premise may allow.</summary>
    public static ValueKinds Possible(Premise premise, Prover prover)
    {
        var kinds = premise.Kinds;
        if ((kinds & ValueKinds.Number) != 0)
            kinds = NumberProofs.Possible(premise, kinds);
        if ((kinds & ValueKinds.String) != 0 && StringProofs.IsEmpty(premise, prover))
            kinds &= ~ValueKinds.String;
        if ((kinds & ValueKinds.Array) != 0 && ArrayProofs.IsEmpty(premise, prover))
            kinds &= ~ValueKinds.Array;
        if ((kinds & ValueKinds.Object) != 0 && ObjectProofs.IsEmpty(premise, prover))
            kinds &= ~ValueKinds.Object;
        return kinds;
    }

    public static bool Follow(Premise premise, ValueKinds kinds, Form conclusion, Prover prover) =>
        ((kinds & ValueKinds.Number) == 0 || NumberProofs.Follow(premise, kinds, conclusion))
        && ((kinds & ValueKinds.String) == 0 || StringProofs.Follow(premise, conclusion, prover))
        && ((kinds & ValueKinds.Array) == 0 || ArrayProofs.Follow(premise, conclusion, prover))
        && ((kinds & ValueKinds.Object) == 0 || ObjectProofs.Follow(premise, conclusion, prover));
}
