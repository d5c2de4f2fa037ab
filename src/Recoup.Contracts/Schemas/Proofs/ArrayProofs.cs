using System.Numerics;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Proofs;

/// <summary>Proofs about arrays: counts, items by position, and contained items.</summary>
internal static class ArrayProofs
{
    private const int MostPositions = 64;

    public static bool IsEmpty(Premise premise, Prover prover)
    {
        if (premise.MinItems > Most(premise))
            return true;
        for (var i = 0; i < BigInteger.Min(premise.MinItems, Math.Min(premise.PrefixLength + 1, MostPositions)); i++)
        {
            if (prover.IsEmpty(premise.ItemAt(i)))
                return true;
        }

        foreach (var part in premise.Parts)
        {
            if (part.Contains is { } contains
                && part.MinContains > 0
                && (part.MinContains > premise.MaxItems || HoldsNone(premise, contains, prover)))
                return true;
        }

        return false;
    }

    public static bool Follow(Premise premise, Form conclusion, Prover prover) =>
        (conclusion.MinItems <= premise.MinItems || conclusion.MinItems <= Contained(premise, prover))
        && (conclusion.MaxItems is not { } most || Most(premise) <= most)
        && (!conclusion.UniqueItems || premise.UniqueItems || premise.MaxItems <= 1)
        && ItemsFollow(premise, conclusion, prover)
        && ContainsFollows(premise, conclusion, prover);

    /// <summary>The greatest number of items. Unique items cannot outnumber the possible values.</summary>
    private static BigInteger? Most(Premise premise)
    {
        var most = premise.MaxItems;
        return premise.UniqueItems && premise.ItemAt(premise.PrefixLength).Values() is { } values
            ? BigInteger.Min(most ?? int.MaxValue, premise.PrefixLength + values.Count)
            : most;
    }

    /// <summary>The least number of items that lets the contained items stand at positions that allow them.</summary>
    private static BigInteger Contained(Premise premise, Prover prover) => premise.Parts.Max(part => part.Contains is { } contains
        ? part.MinContains
            + Enumerable.Range(0, part.MinContains > 0 ? Math.Min(premise.PrefixLength, MostPositions) : 0)
                .TakeWhile(i => prover.IsEmpty(premise.ItemAt(i).With(contains)))
                .Count()
        : BigInteger.Zero);

    private static bool ItemsFollow(Premise premise, Form conclusion, Prover prover)
    {
        if (conclusion.Items is null && conclusion.Prefix.Length == 0)
            return true;
        var positions = Math.Max(premise.PrefixLength, conclusion.Prefix.Length) + 1;
        if (positions > MostPositions)
            return false;
        for (var i = 0; i < positions && !(i >= premise.MaxItems); i++)
        {
            var wanted = i < conclusion.Prefix.Length ? conclusion.Prefix[i] : conclusion.Items ?? Form.Anything;
            if (!prover.Follows(premise.ItemAt(i), wanted))
                return false;
        }

        return true;
    }

    private static bool ContainsFollows(Premise premise, Form conclusion, Prover prover)
    {
        if (conclusion.Contains is not { } contains)
            return true;
        var enough = conclusion.MinContains == 0
            || premise.Parts.Any(part =>
                part.Contains is { } known
                    && part.MinContains >= conclusion.MinContains
                    && prover.Follows(new Premise([known], prover.Judge), contains))
            || AllContained(premise, conclusion, contains, prover);
        return enough && (conclusion.MaxContains is not { } most
            || premise.MaxItems <= most
            || HoldsNone(premise, contains, prover)
            || premise.Parts.Any(part =>
                part.Contains is { } known && part.MaxContains <= most && prover.Follows(new Premise([contains], prover.Judge), known)));
    }

    /// <summary>Whether enough of the first items satisfy the wanted schema.</summary>
    private static bool AllContained(Premise premise, Form conclusion, Form contains, Prover prover)
    {
        if (premise.MinItems < conclusion.MinContains || conclusion.MinContains > MostPositions)
            return false;
        var found = 0;
        for (var i = 0; i < premise.MinItems && i < MostPositions; i++)
        {
            if (prover.Follows(premise.ItemAt(i), contains) && ++found >= conclusion.MinContains)
                return true;
        }

        return false;
    }

    private static bool HoldsNone(Premise premise, Form contains, Prover prover)
    {
        for (var i = 0; i <= Math.Min(premise.PrefixLength, MostPositions) && !(i >= premise.MaxItems); i++)
        {
            if (!prover.IsEmpty(premise.ItemAt(i).With(contains)))
                return false;
        }

        return premise.PrefixLength <= MostPositions;
    }
}
