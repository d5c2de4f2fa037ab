using System.Globalization;
using System.Numerics;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>
/// A change of a count that only a very large value shows. The value is not written. The same schemas with small counts in place of the
/// large ones have a witness, and nothing else around the value depends on the count: so repeating its last item, character or property
/// gives a witness of the large size.
/// </summary>
/// <param name="Edit">The edit.</param>
/// <param name="From">The schema whose values must stay accepted, with a small count.</param>
/// <param name="To">The other schema, with a small count.</param>
/// <param name="Count">The count of the value that shows the edit.</param>
/// <param name="What">What is counted.</param>
internal sealed record LargeCount(Edit Edit, Form From, Form To, BigInteger Count, string What)
{
    private const int Small = 8;

    public string Reason(Direction direction) => string.Create(
        CultureInfo.InvariantCulture,
        $"{What.Replace("#", Count.ToString("N0", CultureInfo.InvariantCulture), StringComparison.Ordinal)} "
            + $"{(direction == Direction.Parameters ? "was accepted and is now rejected" : "was impossible and is now possible")}, "
            + $"with any other content that is accepted; such a value is too large to write");

    public static LargeCount? Of(EditTrial trial)
    {
        var row = Row.Of(trial.Edit.Keyword);
        if (row is null || !IsPlain(trial.From, trial.FromSide, trial.Edit.Path) || !IsPlain(trial.To, trial.ToSide, trial.Edit.Path))
            return null;
        var (part, other) = (trial.Part, trial.Other);
        if (!row.IsFree(part) || !row.IsFree(other) || Beyond(row, part, trial.Changed) is not { } count)
            return null;
        var small = Small + row.Described(part) + row.Described(other);
        var isUpper = row.Most(trial.Changed) < count;
        return new LargeCount(
            trial.Edit,
            Set(trial.From, trial.FromSide, form => row.Set(form, BigInteger.Min(row.Least(form), small),
                row.Most(form) is null ? null : small)),
            Set(trial.To, trial.ToSide, form => isUpper
                ? row.Set(form, BigInteger.Min(row.Least(form), small - 1), small - 1)
                : row.Set(form, small + 1, null)),
            count,
            row.What);

        Form Set(Form root, Side side, Func<Form, Form> change) => trial.Edit.Path.Replace(root, side, change);
    }

    /// <summary>A count that the one schema allows and the other one does not.</summary>
    private static BigInteger? Beyond(Row row, Form one, Form other)
    {
        foreach (var count in (BigInteger?[])[row.Most(other) + 1, row.Least(other) - 1])
        {
            if (count is { } found && found >= row.Least(one) && !(found > row.Most(one)))
                return found;
        }

        return null;
    }

    /// <summary>Whether no schema on the path judges the value in another way than by the subschema that the path leads to.</summary>
    private static bool IsPlain(Form root, Side side, FormPath path)
    {
        var form = FormPath.Expand(root);
        foreach (var step in path.Steps)
        {
            if (!IsPlain(form) || step.Kind is not (StepKind.Property or StepKind.Item or StepKind.Prefix or StepKind.Additional))
                return false;
            form = FormPath.Expand(step.Get(form, side));
        }

        return IsPlain(form);
    }

    private static bool IsPlain(Form form) => form is
    {
        Values: null, HasGeneralParts: false, HasMarks: false, Contains: null, UniqueItems: false,
        DependentSchemas.Count: 0, PatternProperties.Count: 0, Names: null, Pattern: null,
    };

    /// <summary>A pair of count keywords.</summary>
    private sealed record Row(
        string What,
        Func<Form, BigInteger> Least,
        Func<Form, BigInteger?> Most,
        Func<Form, BigInteger, BigInteger?, Form> Set,
        Func<Form, int> Described,
        Func<Form, bool> IsFree)
    {
        public static Row? Of(string keyword) => keyword switch
        {
            "minItems" or "maxItems" => new Row(
                "an array of # items",
                static form => form.MinItems,
                static form => form.MaxItems,
                static (form, least, most) => form with { MinItems = least, MaxItems = most },
                static form => form.Prefix.Length,
                static _ => true),
            "minLength" or "maxLength" => new Row(
                "a text of # characters",
                static form => form.MinLength,
                static form => form.MaxLength,
                static (form, least, most) => form with { MinLength = least, MaxLength = most },
                static _ => 0,
                static _ => true),
            "minProperties" or "maxProperties" => new Row(
                "an object of # properties",
                static form => form.MinProperties,
                static form => form.MaxProperties,
                static (form, least, most) => form with { MinProperties = least, MaxProperties = most },
                static form => form.Properties.Count + form.Required.Count,
                static form => form.Additional is not { IsNothing: true }),
            _ => null,
        };
    }
}
