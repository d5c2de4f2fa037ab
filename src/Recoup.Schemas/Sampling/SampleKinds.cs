using Recoup.Schemas.Keywords;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Sampling;

/// <summary>The kinds to try, the most telling first.</summary>
internal static class SampleKinds
{
    private static readonly Kinds[] Order = [Kinds.Object, Kinds.Array, Kinds.String, Kinds.Integer, Kinds.Number, Kinds.Boolean, Kinds.Null];

    public static IEnumerable<Kinds> Of(SampleShape shape)
    {
        var hinted = Hinted(shape);
        var order = Order.OrderBy(kind => hinted.Contains(kind) ? 0 : 1);

        // Where nothing is said about the kind, a string is the plainest value.
        if (hinted.Count == 0 && (shape.Kinds & Kinds.All) == Kinds.All)
            order = Order.OrderBy(kind => kind == Kinds.String ? 0 : 1);
        return order.Where(kind => (shape.Kinds & kind & ~Kinds.Name) != 0);
    }

    private static HashSet<Kinds> Hinted(SampleShape shape)
    {
        var kinds = new HashSet<Kinds>();
        foreach (var assertion in shape.Assertions)
        {
            switch (assertion)
            {
                case ObjectAssertion or UnevaluatedPropertiesKeyword.Assertion or MinPropertiesKeyword.Assertion or MaxPropertiesKeyword.Assertion:
                    kinds.Add(Kinds.Object);
                    break;
                case ArrayAssertion or ContainsKeyword.Assertion or UniqueItemsKeyword.Assertion or UnevaluatedItemsKeyword.Assertion
                    or MinItemsKeyword.Assertion or MaxItemsKeyword.Assertion:
                    kinds.Add(Kinds.Array);
                    break;
                case PatternKeyword.Assertion or FormatKeyword.Assertion or MinLengthKeyword.Assertion or MaxLengthKeyword.Assertion:
                    kinds.Add(Kinds.String);
                    break;
                case MinimumKeyword.Assertion or MaximumKeyword.Assertion or ExclusiveMinimumKeyword.Assertion or ExclusiveMaximumKeyword.Assertion
                    or MultipleOfKeyword.Assertion:
                    kinds.Add(Kinds.Number);
                    kinds.Add(Kinds.Integer);
                    break;
            }
        }

        return kinds;
    }
}
