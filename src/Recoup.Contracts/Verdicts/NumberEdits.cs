using Recoup.Contracts.Normalization;

namespace Recoup.Contracts.Verdicts;

/// <summary>Bounds and divisors.</summary>
internal static class NumberEdits
{
    public static void Find(EditSite here)
    {
        var (old, @new) = (here.Old, here.New);
        if (old.Minimum != @new.Minimum)
            Bound(here, old.Minimum, @new.Minimum, "minimum", "exclusiveMinimum", 1, static (source, to) => source with { Minimum = to.Minimum });
        if (old.Maximum != @new.Maximum)
            Bound(here, old.Maximum, @new.Maximum, "maximum", "exclusiveMaximum", -1, static (source, to) => source with { Maximum = to.Maximum });
        if (old.MultipleOf == @new.MultipleOf)
            return;
        var change = (old.MultipleOf, @new.MultipleOf) switch
        {
            (null, _) => Change.Added,
            (_, null) => Change.Removed,
            ({ } before, { } after) when after.IsMultipleOf(before) => Change.Tightened,
            ({ } before, { } after) when before.IsMultipleOf(after) => Change.Loosened,
            _ => Change.Changed,
        };
        here.Add("multipleOf", change, $"multiples of {Word(old.MultipleOf)} before, of {Word(@new.MultipleOf)} now", static (source, to) => source with { MultipleOf = to.MultipleOf });
    }

    private static void Bound(EditSite here, Bound? old, Bound? @new, string keyword, string exclusive, int sign, Func<Form, Form, Form> take)
    {
        var change = old is null ? Change.Added : @new is null ? Change.Removed
            : FormMerge.Stronger(old, @new, sign) == @new ? Change.Tightened : Change.Loosened;
        var words = sign > 0 ? ("at least", "more than") : ("at most", "less than");
        here.Add((@new ?? old)!.IsExclusive ? exclusive : keyword, change, $"{Word(old, words)} before, {Word(@new, words)} now", take);
    }

    private static string Word(Exact? number) => number?.ToString() ?? "anything";

    private static string Word(Bound? bound, (string Inclusive, string Exclusive) words) =>
        bound is null ? "any number" : $"{(bound.IsExclusive ? words.Exclusive : words.Inclusive)} {bound.Value}";
}
