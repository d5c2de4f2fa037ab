using Recoup.Contracts.Normalization;

namespace Recoup.Contracts.Subsumption;

/// <summary>The limits of a schema as pairs of schemas, one on this side and one beyond: every value satisfies one of the two.</summary>
internal static class Cuts
{
    public static IEnumerable<(Form Below, Form Above)> Of(Form form, Kinds kind) => kind switch
    {
        Kinds.Integer or Kinds.Fraction => Numbers(form),
        Kinds.String => Counts(form.MinLength, form.MaxLength, count => new Form { MaxLength = count }, count => new Form { MinLength = count }),
        Kinds.Array => Counts(form.MinItems, form.MaxItems, count => new Form { MaxItems = count }, count => new Form { MinItems = count }),
        Kinds.Object => Counts(form.MinProperties, form.MaxProperties, count => new Form { MaxProperties = count }, count => new Form { MinProperties = count }),
        _ => [],
    };

    private static IEnumerable<(Form, Form)> Numbers(Form form)
    {
        if (form.Minimum is { } minimum)
            yield return (new Form { Maximum = minimum with { IsExclusive = !minimum.IsExclusive } }, new Form { Minimum = minimum });
        if (form.Maximum is { } maximum)
            yield return (new Form { Maximum = maximum }, new Form { Minimum = maximum with { IsExclusive = !maximum.IsExclusive } });
    }

    private static IEnumerable<(Form, Form)> Counts(int least, int? most, Func<int, Form> upTo, Func<int, Form> from)
    {
        if (least > 0)
            yield return (upTo(least - 1), from(least));
        if (most is { } last and < int.MaxValue)
            yield return (upTo(last), from(last + 1));
    }
}
