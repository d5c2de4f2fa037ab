using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Recoup.Generators.Analyzers.Checks;
using Recoup.Generators.Diagnostics;

namespace Recoup.Generators.Analyzers;

/// <summary>
/// RCP0043, RCP0044, RCP0046, RCP0047: values known at compile time that a call refuses when it is created, or that cannot be the address
/// of a file.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConstantValueAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        AnalyzerDescriptors.ValueOutOfBounds,
        AnalyzerDescriptors.PatternMismatch,
        AnalyzerDescriptors.NoFileAddress,
        AnalyzerDescriptors.UnstagedFile);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        if (context is null)
            throw new ArgumentNullException(nameof(context));

        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (RuntimeTypes.Of(start.Compilation) is not { } types)
                return;

            var checks = new GeneratedChecks();
            start.RegisterOperationAction(call => CheckCall(call, types, checks), OperationKind.Invocation);
            start.RegisterOperationAction(creation => CheckMembers(creation, types, checks), OperationKind.ObjectCreation);
            start.RegisterOperationAction(conversion => CheckConversion(conversion, types), OperationKind.Conversion);
        });
    }

    private static void CheckCall(OperationAnalysisContext context, RuntimeTypes types, GeneratedChecks checks)
    {
        var call = (IInvocationOperation)context.Operation;
        var method = call.TargetMethod;
        if (types.IsFromAddress(method))
        {
            CheckAddress(context, call.Arguments[0].Value);
            return;
        }

        if (types.SlugOf(method) is null)
            return;
        foreach (var argument in call.Arguments)
        {
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: var parameter }
                && checks.Of(method, parameter, context.CancellationToken) is { } place)
            {
                new ValueJudge(context, types, $"'{parameter}' of {method.ContainingType.Name}.{method.Name}").Judge(argument.Value, place);
            }
        }
    }

    private static void CheckMembers(OperationAnalysisContext context, RuntimeTypes types, GeneratedChecks checks)
    {
        if (context.Operation is not IObjectCreationOperation { Initializer.Initializers: var initializers, Type: INamedTypeSymbol type }
            || !SymbolEqualityComparer.Default.Equals(type.BaseType, types.ParameterObject))
        {
            return;
        }

        foreach (var initializer in initializers)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var member } } assignment
                && checks.Of(type, member, context.CancellationToken) is { } place)
            {
                new ValueJudge(context, types, $"'{member}' of {NestedName.Of(type)}").Judge(assignment.Value, place);
            }
        }
    }

    private static void CheckConversion(OperationAnalysisContext context, RuntimeTypes types)
    {
        var conversion = (IConversionOperation)context.Operation;
        if (conversion.OperatorMethod is { } method && SymbolEqualityComparer.Default.Equals(method.ContainingType, types.StagedFile))
            CheckAddress(context, conversion.Operand);
    }

    private static void CheckAddress(OperationAnalysisContext context, IOperation value)
    {
        foreach (var leaf in Alternatives.Of(value))
        {
            if (leaf.ConstantValue is { HasValue: true, Value: string text } && !FileAddress.Is(text))
            {
                context.ReportDiagnostic(
                    Diagnostic.Create(AnalyzerDescriptors.NoFileAddress, leaf.Syntax.GetLocation(), ShownText.Of(text)));
            }
        }
    }
}
