using Recoup.Contracts.Normalisation;

namespace Recoup.Contracts.Subsumption;

/// <summary>Numbers: bounds and divisors.</summary>
internal static class NumberProofs
{
    public static Kinds Possible(Premise premise, Kinds kinds)
    {
        var (minimum, maximum) = (premise.Minimum, premise.Maximum);

        // A multiple of an integer is none with a fraction.
        if (premise.MultipleOf(Kinds.Fraction) is { IsInteger: true })
            kinds &= ~Kinds.Fraction;
        if (minimum is null || maximum is null)
            return kinds;
        var order = minimum.Value.CompareTo(maximum.Value);
        var isExclusive = minimum.IsExclusive || maximum.IsExclusive;
        if (order > 0 || (order == 0 && isExclusive))
            return kinds & ~Kinds.Number;
        if (order == 0 && minimum.Value.IsInteger)
            kinds &= ~Kinds.Fraction;
        var step = premise.MultipleOf(Kinds.Integer) ?? Exact.One;
        return HasMultiple(minimum, maximum, step) ? kinds : kinds & ~Kinds.Integer;
    }

    public static bool Follow(Premise premise, Kinds kinds, Form conclusion)
    {
        foreach (var kind in (Kinds[])[Kinds.Integer, Kinds.Fraction])
        {
            if ((kinds & kind) == 0)
                continue;
            if (!IsAtLeast(premise.Minimum, conclusion.Minimum, kind, 1) || !IsAtLeast(premise.Maximum, conclusion.Maximum, kind, -1))
                return false;
            if (conclusion.MultipleOf is { } divisor && premise.MultipleOf(kind)?.IsMultipleOf(divisor) != true)
                return false;
        }

        return true;
    }

    private static bool IsAtLeast(Bound? known, Bound? wanted, Kinds kind, int sign)
    {
        if (wanted is null)
            return true;
        if (known is null)
            return false;
        if (kind == Kinds.Integer)
            return sign > 0 ? First(known) >= First(wanted) : Last(known) <= Last(wanted);
        var order = known.Value.CompareTo(wanted.Value) * sign;
        return order > 0 || (order == 0 && (known.IsExclusive || !wanted.IsExclusive));
    }

    private static bool HasMultiple(Bound minimum, Bound maximum, Exact step)
    {
        if (!step.IsInteger || step.Digits.IsZero)
            return true;
        var width = System.Numerics.BigInteger.Abs(step.Floor());
        var first = First(minimum);
        var multiple = first % width == 0 ? first : first + width - ((first % width) + width) % width;
        return multiple <= Last(maximum);
    }

    private static System.Numerics.BigInteger First(Bound bound)
    {
        var first = bound.Value.Ceiling();
        return bound.IsExclusive && bound.Value.IsInteger ? first + 1 : first;
    }

    private static System.Numerics.BigInteger Last(Bound bound)
    {
        var last = bound.Value.Floor();
        return bound.IsExclusive && bound.Value.IsInteger ? last - 1 : last;
    }
}
