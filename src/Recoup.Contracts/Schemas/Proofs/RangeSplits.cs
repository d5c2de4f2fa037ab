using System.Numerics;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Schemas.Proofs;

/// <summary>Splits the value range at each bound of a schema into two schemas. Every value satisfies one of the two.</summary>
internal static class RangeSplits
{
    public static IEnumerable<(Form Below, Form Above)> Of(Form form, ValueKinds kind) => kind switch
    {
        ValueKinds.Integer or ValueKinds.Fraction => Numbers(form),
        ValueKinds.String =>
            Counts(form.MinLength, form.MaxLength, count => new Form { MaxLength = count }, count => new Form { MinLength = count }),
        ValueKinds.Array =>
            Counts(form.MinItems, form.MaxItems, count => new Form { MaxItems = count }, count => new Form { MinItems = count }),
        ValueKinds.Object =>
            Counts(
                form.MinProperties,
                form.MaxProperties,
                count => new Form { MaxProperties = count },
                count => new Form { MinProperties = count }),
        _ => [],
    };

    private static IEnumerable<(Form, Form)> Numbers(Form form)
    {
        if (form.Minimum is { } minimum)
            yield return (new Form { Maximum = minimum with { IsExclusive = !minimum.IsExclusive } }, new Form { Minimum = minimum });
        if (form.Maximum is { } maximum)
            yield return (new Form { Maximum = maximum }, new Form { Minimum = maximum with { IsExclusive = !maximum.IsExclusive } });
    }

    private static IEnumerable<(Form, Form)> Counts(
        BigInteger least, BigInteger? most, Func<BigInteger, Form> upTo, Func<BigInteger, Form> from)
    {
        if (least > 0)
            yield return (upTo(least - 1), from(least));
        if (most is { } last)
            yield return (upTo(last), from(last + 1));
    }
}
