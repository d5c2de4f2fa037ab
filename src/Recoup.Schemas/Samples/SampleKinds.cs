using Recoup.Schemas.Keywords;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas.Samples;

/// <summary>Finds the kinds to try, the most likely first.</summary>
internal static class SampleKinds
{
    private static readonly InstanceKinds[] Order =
    [
        InstanceKinds.Object,
        InstanceKinds.Array,
        InstanceKinds.String,
        InstanceKinds.Integer,
        InstanceKinds.Number,
        InstanceKinds.Boolean,
        InstanceKinds.Null,
    ];

    public static IEnumerable<InstanceKinds> Of(SampleShape shape)
    {
        var hinted = Hinted(shape);
        var order = Order.OrderBy(kind => hinted.Contains(kind) ? 0 : 1);

        // If the schema says nothing about the kind, try a string first.
        if (hinted.Count == 0 && (shape.Kinds & InstanceKinds.All) == InstanceKinds.All)
            order = Order.OrderBy(kind => kind == InstanceKinds.String ? 0 : 1);
        return order.Where(kind => (shape.Kinds & kind & ~InstanceKinds.Name) != 0);
    }

    private static HashSet<InstanceKinds> Hinted(SampleShape shape)
    {
        var kinds = new HashSet<InstanceKinds>();
        foreach (var assertion in shape.Assertions)
        {
            switch (assertion)
            {
                case ObjectAssertion or UnevaluatedPropertiesKeyword.Assertion or MinPropertiesKeyword.Assertion
                    or MaxPropertiesKeyword.Assertion:
                    kinds.Add(InstanceKinds.Object);
                    break;
                case ArrayAssertion or ContainsKeyword.Assertion or UniqueItemsKeyword.Assertion or UnevaluatedItemsKeyword.Assertion
                    or MinItemsKeyword.Assertion or MaxItemsKeyword.Assertion:
                    kinds.Add(InstanceKinds.Array);
                    break;
                case PatternKeyword.Assertion or FormatKeyword.Assertion or MinLengthKeyword.Assertion or MaxLengthKeyword.Assertion:
                    kinds.Add(InstanceKinds.String);
                    break;
                case MinimumKeyword.Assertion or MaximumKeyword.Assertion or ExclusiveMinimumKeyword.Assertion
                    or ExclusiveMaximumKeyword.Assertion
                    or MultipleOfKeyword.Assertion:
                    kinds.Add(InstanceKinds.Number);
                    kinds.Add(InstanceKinds.Integer);
                    break;
            }
        }

        return kinds;
    }
}
