using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Recoup.Generators.Diagnostics;

namespace Recoup.Generators.Analyzers;

/// <summary>RCP0042: a statement that creates a call and ignores it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnexecutedCallAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(AnalyzerDescriptors.UnexecutedCall);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        if (context is null)
            throw new ArgumentNullException(nameof(context));

        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (RuntimeTypes.Of(start.Compilation) is { } types)
                start.RegisterOperationAction(statement => Check(statement, types), OperationKind.ExpressionStatement);
        });
    }

    private static void Check(OperationAnalysisContext context, RuntimeTypes types)
    {
        var expression = ((IExpressionStatementOperation)context.Operation).Operation;
        if (!types.IsCall(expression.Type) || MadeBy(expression) is not { } made || PassesOn(made, types))
            return;

        var method = made.TargetMethod;
        context.ReportDiagnostic(Diagnostic.Create(
            AnalyzerDescriptors.UnexecutedCall, expression.Syntax.GetLocation(), method.ContainingType.Name + "." + method.Name));
    }

    // An assignment keeps the call, and '_ = …' ignores it on purpose.
    private static IInvocationOperation? MadeBy(IOperation expression) => expression switch
    {
        IInvocationOperation invocation => invocation,
        IAwaitOperation { Operation: var awaited } => MadeBy(awaited),
        IConditionalAccessOperation { WhenNotNull: var access } => MadeBy(access),
        _ => null,
    };

    // A method that returns the call it was given, for example that of a queue, has already used it.
    private static bool PassesOn(IInvocationOperation made, RuntimeTypes types) =>
        made.Arguments.Any(argument => types.IsCall(argument.Value.Type)) || types.IsCall(made.Instance?.Type);
}
