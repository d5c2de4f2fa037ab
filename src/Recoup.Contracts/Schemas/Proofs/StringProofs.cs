using System.Numerics;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Proofs;

/// <summary>Proofs about strings: lengths and patterns. Formats are annotations, not constraints.</summary>
internal static class StringProofs
{
    private const int LongestCounted = 100;

    public static bool IsEmpty(Premise premise, Prover prover)
    {
        if (premise.MinLength > premise.MaxLength)
            return true;
        return Patterns(premise) is { Count: > 1 } patterns && prover.Judge.Compare(patterns, []).IsSubset == true;
    }

    public static bool Follow(Premise premise, Form conclusion, Prover prover) =>
        (conclusion.MinLength <= premise.MinLength
            || Implies(premise, FormattableString.Invariant($"^[\\s\\S]{{{conclusion.MinLength},}}$"), conclusion.MinLength, prover))
        && (conclusion.MaxLength is not { } most || premise.MaxLength <= most || Implies(premise,
            FormattableString.Invariant($"^[\\s\\S]{{0,{most}}}$"), most, prover))
        && (conclusion.Pattern is not { } pattern
            || premise.Parts.Any(part => part.Pattern == pattern)
            || Implies(premise, pattern, 0, prover));

    /// <summary>What is known about a string, as patterns that all match it.</summary>
    public static IReadOnlyList<string> Patterns(Premise premise)
    {
        var patterns = premise.Parts.Select(part => part.Pattern)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        return premise.MinLength > 0 || premise.MaxLength <= LongestCounted ? [.. patterns, OfLength(premise)] : [.. patterns];
    }

    // Try each pattern alone first, because one that cannot be compared makes the whole comparison fail.
    private static bool Implies(Premise premise, string pattern, BigInteger length, Prover prover)
    {
        if (length > LongestCounted)
            return false;
        var known = Patterns(premise);
        return known.Any(one => prover.Judge.Compare([one], [pattern]).IsSubset == true)
            || (known.Count != 1 && prover.Judge.Compare(known, [pattern]).IsSubset == true);
    }

    private static string OfLength(Premise premise)
    {
        var (least, most) = (BigInteger.Min(premise.MinLength, LongestCounted), premise.MaxLength);
        return FormattableString.Invariant($"^[\\s\\S]{{{least},{(most <= LongestCounted ? most : null)}}}$");
    }
}
