using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Recoup.Generators.Analyzers;

/// <summary>
/// The operations that one expression chooses from: the branches of <c>?:</c>, <c>??</c> and <c>switch</c>. An expression without a choice
/// has one alternative, itself.
/// </summary>
internal static class Alternatives
{
    public static IEnumerable<IOperation> Of(IOperation value) => value switch
    {
        { ConstantValue.HasValue: true } => [value],
        IConditionalOperation { WhenFalse: { } otherwise } choice => Of(choice.WhenTrue).Concat(Of(otherwise)),
        ICoalesceOperation choice => Of(choice.Value).Concat(Of(choice.WhenNull)),
        ISwitchExpressionOperation choice => choice.Arms.SelectMany(arm => Of(arm.Value)),
        _ => [value],
    };
}
