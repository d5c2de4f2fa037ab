using System.Collections.Immutable;
using System.Text;
using Recoup.Contracts.Json;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>Describes edits as sentences.</summary>
internal static class EditWords
{
    private const int MostValues = 8;
    private const int MostAlso = 4;

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
                    text.Append('[').Append(step.AfterIndex).Append(']');
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

    public static Change ChangeOf(Form? before, Form? after) =>
        before is null ? Change.Added : after is null ? Change.Removed : Change.Changed;

    public static Change ChangeOf(ValueKinds before, ValueKinds after) => before == ValueKinds.All ? Change.Added
        : after == ValueKinds.All ? Change.Removed
        : (after & ~before) == 0 ? Change.Tightened
        : (before & ~after) == 0 ? Change.Loosened
        : Change.Changed;

    public static Change ChangeOf(ImmutableArray<Literal>? before, ImmutableArray<Literal>? after)
    {
        if (before is not { } valuesBefore)
            return Change.Added;
        if (after is not { } valuesAfter)
            return Change.Removed;
        return valuesAfter.All(value => valuesBefore.Contains(value))
            ? Change.Tightened
            : valuesBefore.All(value => valuesAfter.Contains(value)) ? Change.Loosened : Change.Changed;
    }

    public static string Kinds(Form before, Form after) => $"{Names(before)} before, {Names(after)} now";

    /// <summary>The keyword of the values: <c>const</c> if one side uses it and the later side does not use <c>enum</c>.</summary>
    public static string ValuesKeyword(Form before, Form after) =>
        after.Places.ContainsKey("const") || (before.Places.ContainsKey("const") && !after.Places.ContainsKey("enum")) ? "const" : "enum";

    public static string Values(ImmutableArray<Literal>? before, ImmutableArray<Literal>? after)
    {
        if (before is not { } valuesBefore)
            return $"now only {List(after!.Value)}";
        if (after is not { } valuesAfter)
            return $"no longer only {List(valuesBefore)}";
        var gone = valuesBefore.RemoveAll(value => valuesAfter.Contains(value));
        var come = valuesAfter.RemoveAll(value => valuesBefore.Contains(value));
        return string.Join(", ", new[]
        {
            gone.IsEmpty ? "" : $"{List(gone)} {(gone.Length == 1 ? "was" : "were")} removed",
            come.IsEmpty ? "" : $"{List(come)} {(come.Length == 1 ? "was" : "were")} added",
        }
            .Where(text => text.Length > 0));
    }

    /// <summary>What else changed, as the end of a sentence.</summary>
    public static string Also(IEnumerable<string> messages)
    {
        var all = messages.ToList();
        var rest = all.Count > MostAlso ? FormattableString.Invariant($"; and {all.Count - MostAlso} more changes") : "";
        return string.Concat(all.Take(MostAlso).Select(message => "; " + message)) + rest;
    }

    private static string Names(Form form) => form.IsNothing ? "nothing"
        : (Written(form) | ValueKinds.Null) == ValueKinds.All ? "any type" : string.Join(" or ", ValueKindTable.Names(Written(form)));

    /// <summary>The kinds that the document names.</summary>
    public static ValueKinds Written(Form form) => form.WrittenKinds ?? form.Kinds;

    private static string List(ImmutableArray<Literal> values) =>
        string.Join(", ", values.Take(MostValues).Select(value => Excerpt.Shorten(value.Key, 60)))
            + (values.Length > MostValues ? ", …" : "");
}
