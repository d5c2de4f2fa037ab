using Recoup.Contracts.Normalisation;
using Recoup.Schemas;

namespace Recoup.Contracts.Subsumption;

/// <summary>Strings: lengths and patterns. Formats are annotations and demand nothing.</summary>
internal static class StringProofs
{
    private const int LongestCounted = 100;

    public static bool IsEmpty(Premise premise) => premise.MinLength > premise.MaxLength;

    public static bool Follow(Premise premise, Form conclusion) =>
        (conclusion.MinLength <= premise.MinLength || Implies(premise, $"^[\\s\\S]{{{conclusion.MinLength},}}$", conclusion.MinLength))
        && (conclusion.MaxLength is not { } most || premise.MaxLength <= most || Implies(premise, $"^[\\s\\S]{{0,{most}}}$", most))
        && (conclusion.Pattern is not { } pattern || premise.Parts.Any(part => part.Pattern == pattern) || Implies(premise, pattern, 0));

    private static bool Implies(Premise premise, string pattern, int length) => length <= LongestCounted
        && (premise.Parts.Any(part => part.Pattern is { } known && SchemaPattern.Compare(known, pattern).IsSubset == true)
            || SchemaPattern.Compare(OfLength(premise), pattern).IsSubset == true);

    private static string OfLength(Premise premise) => FormattableString.Invariant(
        $"^[\\s\\S]{{{Math.Min(premise.MinLength, LongestCounted)},{(premise.MaxLength <= LongestCounted ? premise.MaxLength : null)}}}$");
}
