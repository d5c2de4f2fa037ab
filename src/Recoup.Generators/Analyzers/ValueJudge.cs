using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Recoup.Generators.Analyzers.Checks;
using Recoup.Generators.Diagnostics;

namespace Recoup.Generators.Analyzers;

/// <summary>Compares the value that code passes to a place with the checks of that place, as far as it is known at compile time.</summary>
/// <param name="context">The operation, and where to report.</param>
/// <param name="types">The types of the runtime.</param>
/// <param name="subject">The place, for the message.</param>
internal readonly struct ValueJudge(OperationAnalysisContext context, RuntimeTypes types, string subject)
{
    /// <summary>Reports what the generated code refuses.</summary>
    public void Judge(IOperation value, PlaceChecks place) => Judge(value, place, isItem: false);

    private void Judge(IOperation value, PlaceChecks place, bool isItem)
    {
        foreach (var one in Alternatives.Of(value))
        {
            if (one.ConstantValue is { HasValue: true, Value: var constant })
                JudgeConstant(one, constant, place, isItem);
            else if (Wrapped(one) is { } wrapped)
                Judge(wrapped, place, isItem);
            else if (place.TakesDescriptorOnly)
                JudgeFile(one, isItem);
            else if (ListLength.Of(one) is { } list)
                JudgeList(one, list, place, isItem);
        }
    }

    private void JudgeConstant(IOperation value, object? constant, PlaceChecks place, bool isItem)
    {
        if (constant is null)
            return;
        foreach (var check in place.Value)
        {
            // The runtime stops at the first refusal, too.
            if (check.Refusal(constant) is { } refusal)
            {
                var rule = check.IsPattern ? AnalyzerDescriptors.PatternMismatch : AnalyzerDescriptors.ValueOutOfBounds;
                Report(value, rule, isItem, refusal);
                return;
            }
        }
    }

    private void JudgeList(IOperation value, ListLength list, PlaceChecks place, bool isItem)
    {
        if (place.Items is { } items)
        {
            foreach (var item in list.Items)
                Judge(item, items, isItem: true);
        }

        foreach (var check in place.Value)
        {
            if (list.Count is { } count && check.RefusalOfItems(count, list.HasMore) is { } refusal)
                Report(value, AnalyzerDescriptors.ValueOutOfBounds, isItem, refusal);
        }
    }

    // A constant that is no address is reported wherever it becomes a file, so that it is not reported again here.
    private void JudgeFile(IOperation value, bool isItem)
    {
        var address = value switch
        {
            IConversionOperation { OperatorMethod: { } method, Operand: var text }
                when SymbolEqualityComparer.Default.Equals(method.ContainingType, types.StagedFile) => text,
            IInvocationOperation call when types.IsFromAddress(call.TargetMethod) => call.Arguments[0].Value,
            _ => null,
        };
        if (address is null || Alternatives.Of(address).Any(one => one.ConstantValue is { HasValue: true, Value: var known }
            && (known is not string text || !FileAddress.Is(text))))
        {
            return;
        }

        Report(value, AnalyzerDescriptors.UnstagedFile, isItem, "");
    }

    // The value inside conversions that keep it: 5 as long?, "a" as an open enum, new(5) as Optional<long>.
    private IOperation? Wrapped(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: { } method } conversion =>
            types.IsOpenEnum(method.ContainingType) || types.IsWrapper(method.ContainingType) ? conversion.Operand : null,
        IConversionOperation { Conversion.IsImplicit: true } conversion => conversion.Operand,
        IObjectCreationOperation { Arguments: [{ Value: var argument }] } creation when types.IsWrapper(creation.Type) => argument,
        _ => null,
    };

    private void Report(IOperation value, DiagnosticDescriptor descriptor, bool isItem, string refusal) =>
        context.ReportDiagnostic(
            Diagnostic.Create(descriptor, value.Syntax.GetLocation(), isItem ? "An item of " + subject : subject, refusal));
}
