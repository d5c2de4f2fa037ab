using Recoup.Contracts.Json;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Proofs;

/// <summary>Proofs about numbers: bounds and divisors.</summary>
internal static class NumberProofs
{
    private static readonly ValueKinds[] Each = [ValueKinds.Integer, ValueKinds.Fraction];

    public static ValueKinds Possible(Premise premise, ValueKinds kinds)
    {
        var (minimum, maximum) = (premise.Minimum, premise.Maximum);

        // A multiple of an integer has no fraction.
        if (premise.MultipleOf(ValueKinds.Fraction) is { IsInteger: true })
            kinds &= ~ValueKinds.Fraction;
        if (minimum is null || maximum is null)
            return kinds;
        var order = minimum.Value.Compare(maximum.Value);
        var isExclusive = minimum.IsExclusive || maximum.IsExclusive;
        if (order > 0 || (order == 0 && isExclusive))
            return kinds & ~ValueKinds.Number;
        if (order == 0 && minimum.Value.IsInteger)
            kinds &= ~ValueKinds.Fraction;
        foreach (var kind in Each.Where(kind => (kinds & kind) != 0))
        {
            if (premise.MultipleOf(kind) is { } step && Nearest(minimum, step, 1).Compare(Nearest(maximum, step, -1)) > 0)
                kinds &= ~kind;
        }

        return kinds;
    }

    public static bool Follow(Premise premise, ValueKinds kinds, Form conclusion)
    {
        foreach (var kind in Each.Where(kind => (kinds & kind) != 0))
        {
            var step = premise.MultipleOf(kind);
            if (!IsWithin(premise.Minimum, conclusion.Minimum, step, 1) || !IsWithin(premise.Maximum, conclusion.Maximum, step, -1))
                return false;
            if (conclusion.MultipleOf is { } divisor && step?.IsMultipleOf(divisor) != true)
                return false;
        }

        return true;
    }

    private static bool IsWithin(Bound? known, Bound? wanted, Exact? step, int sign)
    {
        if (wanted is null)
            return true;
        if (known is null)
            return false;
        if (step is { } width)
            known = new Bound(Nearest(known, width, sign), IsExclusive: false);
        var order = known.Value.Compare(wanted.Value) * sign;
        return order > 0 || (order == 0 && (known.IsExclusive || !wanted.IsExclusive));
    }

    /// <summary>The multiple nearest to a bound and within it: the least for a lower bound, the greatest for an upper one.</summary>
    private static Exact Nearest(Bound bound, Exact step, int sign)
    {
        var times = sign > 0 ? -Exact.Zero.Minus(bound.Value).Quotient(step) : bound.Value.Quotient(step);
        var multiple = step.Times(times);
        return bound.IsExclusive && multiple == bound.Value ? step.Times(times + sign) : multiple;
    }
}
