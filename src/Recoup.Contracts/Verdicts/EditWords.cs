using System.Collections.Immutable;
using System.Text;
using Recoup.Contracts.Normalization;

namespace Recoup.Contracts.Verdicts;

/// <summary>Edits as sentences.</summary>
internal static class EditWords
{
    private const int MostValues = 8;

    public static string Subject(FormPath path)
    {
        var text = new StringBuilder();
        foreach (var step in path.Steps)
        {
            switch (step.Kind)
            {
                case StepKind.Property:
                    text.Append(text.Length == 0 ? "" : ".").Append(step.Name);
                    break;
                case StepKind.Item or StepKind.Contains or StepKind.UnevaluatedItem:
                    text.Append("[]");
                    break;
                case StepKind.Prefix:
                    text.Append('[').Append(step.NewIndex).Append(']');
                    break;
                case StepKind.Additional or StepKind.Pattern or StepKind.UnevaluatedProperty:
                    text.Append(text.Length == 0 ? "*" : ".*");
                    break;
                default:
                    break;
            }
        }

        return text.Length == 0 ? "" : $"'{text}': ";
    }

    public static Change ChangeOf(Form? old, Form? @new) => old is null ? Change.Added : @new is null ? Change.Removed : Change.Changed;

    public static Change ChangeOf(Kinds old, Kinds @new) => old == Normalization.Kinds.All ? Change.Added
        : @new == Normalization.Kinds.All ? Change.Removed
        : (@new & ~old) == 0 ? Change.Tightened
        : (old & ~@new) == 0 ? Change.Loosened
        : Change.Changed;

    public static Change ChangeOf(ImmutableArray<Literal>? old, ImmutableArray<Literal>? @new)
    {
        if (old is not { } before)
            return Change.Added;
        if (@new is not { } after)
            return Change.Removed;
        return after.All(value => before.Contains(value)) ? Change.Tightened : before.All(value => after.Contains(value)) ? Change.Loosened : Change.Changed;
    }

    public static string Kinds(Form old, Form @new) => $"{Names(old)} before, {Names(@new)} now";

    /// <summary>What the values are named by: <c>const</c> where either side says so and the other does not say <c>enum</c>.</summary>
    public static string ValuesKeyword(Form old, Form @new) =>
        @new.Places.ContainsKey("const") || (old.Places.ContainsKey("const") && !@new.Places.ContainsKey("enum")) ? "const" : "enum";

    public static string Values(ImmutableArray<Literal>? old, ImmutableArray<Literal>? @new)
    {
        if (old is not { } before)
            return $"now only {List(@new!.Value)}";
        if (@new is not { } after)
            return $"no longer only {List(before)}";
        var gone = before.RemoveAll(value => after.Contains(value));
        var come = after.RemoveAll(value => before.Contains(value));
        return string.Join(", ", new[] { gone.IsEmpty ? "" : $"{List(gone)} {(gone.Length == 1 ? "was" : "were")} removed", come.IsEmpty ? "" : $"{List(come)} {(come.Length == 1 ? "was" : "were")} added" }
            .Where(text => text.Length > 0));
    }

    private static string Names(Form form) => form.IsNothing ? "nothing"
        : form.Kinds == Normalization.Kinds.All ? "any type" : string.Join(" or ", KindTable.Names(form.Kinds));

    private static string List(ImmutableArray<Literal> values) =>
        string.Join(", ", values.Take(MostValues).Select(value => Excerpt.Shorten(value.Key, 60))) + (values.Length > MostValues ? ", …" : "");
}
