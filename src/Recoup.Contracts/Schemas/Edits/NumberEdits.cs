using Recoup.Contracts.Json;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>Compares bounds and divisors of numbers.</summary>
internal static class NumberEdits
{
    public static void Find(EditSite here)
    {
        var (before, after) = (here.Before, here.After);
        if (before.Minimum != after.Minimum)
            Bound(
                here,
                before.Minimum,
                after.Minimum,
                "minimum",
                "exclusiveMinimum",
                1,
                static (source, to) => source with { Minimum = to.Minimum });
        if (before.Maximum != after.Maximum)
            Bound(
                here,
                before.Maximum,
                after.Maximum,
                "maximum",
                "exclusiveMaximum",
                -1,
                static (source, to) => source with { Maximum = to.Maximum });
        if (before.MultipleOf == after.MultipleOf)
            return;
        var change = (before.MultipleOf, after.MultipleOf) switch
        {
            (null, _) => Change.Added,
            (_, null) => Change.Removed,
            ({ } was, { } now) when now.IsMultipleOf(was) => Change.Tightened,
            ({ } was, { } now) when was.IsMultipleOf(now) => Change.Loosened,
            _ => Change.Changed,
        };
        here.Add(
            "multipleOf",
            change,
            $"multiples of {Word(before.MultipleOf)} before, of {Word(after.MultipleOf)} now",
            static (source, to) => source with { MultipleOf = to.MultipleOf });
    }

    private static void Bound(
        EditSite here, Bound? before, Bound? after, string keyword, string exclusive, int sign, Func<Form, Form, Form> take)
    {
        var change = before is null ? Change.Added : after is null ? Change.Removed
            : FormMerge.Stronger(before, after, sign) == after ? Change.Tightened : Change.Loosened;
        var words = sign > 0 ? ("at least", "more than") : ("at most", "less than");
        here.Add(
            (after ?? before)!.IsExclusive ? exclusive : keyword, change, $"{Word(before, words)} before, {Word(after, words)} now", take);
    }

    private static string Word(Exact? number) => number?.ToString() ?? "anything";

    private static string Word(Bound? bound, (string Inclusive, string Exclusive) words) =>
        bound is null ? "any number" : $"{(bound.IsExclusive ? words.Exclusive : words.Inclusive)} {bound.Value}";
}
