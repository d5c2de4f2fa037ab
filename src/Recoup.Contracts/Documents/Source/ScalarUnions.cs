using Recoup.Binding.Types;

namespace Recoup.Contracts.Documents.Source;

/// <summary>The implicit conversions to the runtime's unions of single values.</summary>
internal static class ScalarUnions
{
    /// <summary>Whether a value of a type converts: a single value of one of the kinds, or a union of such kinds.</summary>
    public static bool Accepts(ScalarUnionTypeModel union, TypeModel from)
    {
        // Every integer is a number.
        var accepted = union.Kinds.HasFlag(ScalarKinds.Number) ? union.Kinds | ScalarKinds.Integer : union.Kinds;
        var given = KindsOf(from);
        return given != ScalarKinds.None && (given & ~accepted) == ScalarKinds.None;
    }

    private static ScalarKinds KindsOf(TypeModel type) => type switch
    {
        ScalarUnionTypeModel union => union.Kinds,
        ScalarTypeModel scalar => scalar.Kind switch
        {
            ScalarKind.Integer => ScalarKinds.Integer,
            ScalarKind.Number => ScalarKinds.Number,
            ScalarKind.Boolean => ScalarKinds.Boolean,
            ScalarKind.Bytes => ScalarKinds.None,
            _ => ScalarKinds.String,
        },
        _ => ScalarKinds.None,
    };
}
