using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Recoup.Generators.Diagnostics;

namespace Recoup.Generators.Analyzers;

/// <summary>RCP0042: a statement that creates a call and ignores it, or assigns it to a local variable that nothing reads.</summary>
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
            if (RuntimeTypes.Of(start.Compilation) is not { } types)
                return;

            var read = new ReadLocals();
            start.RegisterOperationAction(statement => CheckStatement(statement, types, read), OperationKind.ExpressionStatement);
            start.RegisterOperationAction(variable => CheckVariable(variable, types, read), OperationKind.VariableDeclarator);
            start.RegisterOperationAction(test => CheckPattern(test, types, read), OperationKind.IsPattern);
        });
    }

    private static void CheckStatement(OperationAnalysisContext context, RuntimeTypes types, ReadLocals read)
    {
        switch (((IExpressionStatementOperation)context.Operation).Operation)
        {
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } assignment:
                CheckLocal(context, types, read, local, assignment.Value);
                break;
            case IDeconstructionAssignmentOperation { Target: var target, Value: var value }:
                CheckDeconstruction(context, types, read, target, value);
                break;
            case var expression:
                Check(context, types, expression);
                break;
        }
    }

    // ActionCall<JsonElement> call = Gmail.FetchEmails();
    private static void CheckVariable(OperationAnalysisContext context, RuntimeTypes types, ReadLocals read)
    {
        var variable = (IVariableDeclaratorOperation)context.Operation;
        if (variable.GetVariableInitializer() is { Value: var value } && !variable.Symbol.IsRef)
            CheckLocal(context, types, read, variable.Symbol, value);
    }

    // Gmail.FetchEmails() is { } call
    private static void CheckPattern(OperationAnalysisContext context, RuntimeTypes types, ReadLocals read)
    {
        var test = (IIsPatternOperation)context.Operation;
        var declared = test.Pattern switch
        {
            IDeclarationPatternOperation pattern => pattern.DeclaredSymbol,
            IRecursivePatternOperation pattern => pattern.DeclaredSymbol,
            _ => null,
        };
        if (declared is ILocalSymbol local)
            CheckLocal(context, types, read, local, test.Value);
    }

    // var (call, count) = (Gmail.FetchEmails(), 5);
    private static void CheckDeconstruction(
        OperationAnalysisContext context, RuntimeTypes types, ReadLocals read, IOperation target, IOperation value)
    {
        while (target is IDeclarationExpressionOperation declaration)
            target = declaration.Expression;
        while (value is IConversionOperation { OperatorMethod: null } conversion)
            value = conversion.Operand;
        if (target is ILocalReferenceOperation { Local: var local })
        {
            CheckLocal(context, types, read, local, value);
        }
        else if (target is ITupleOperation targets && value is ITupleOperation values && targets.Elements.Length == values.Elements.Length)
        {
            for (var i = 0; i < targets.Elements.Length; i++)
                CheckDeconstruction(context, types, read, targets.Elements[i], values.Elements[i]);
        }
    }

    private static void CheckLocal(
        OperationAnalysisContext context, RuntimeTypes types, ReadLocals read, ILocalSymbol local, IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion)
            value = conversion.Operand;
        if (types.IsCall(value.Type) && !read.Contains(context.Operation, local))
            Check(context, types, value);
    }

    private static void Check(OperationAnalysisContext context, RuntimeTypes types, IOperation expression)
    {
        if (!types.IsCall(expression.Type))
            return;
        foreach (var one in Alternatives.Of(expression))
        {
            if (MadeBy(one) is { } made && Creates(made, types))
            {
                var method = made.TargetMethod;
                context.ReportDiagnostic(Diagnostic.Create(
                    AnalyzerDescriptors.UnexecutedCall, one.Syntax.GetLocation(), method.ContainingType.Name + "." + method.Name));
            }
        }
    }

    private static IInvocationOperation? MadeBy(IOperation expression) => expression switch
    {
        IInvocationOperation invocation => invocation,
        IAwaitOperation { Operation: var awaited } => MadeBy(awaited),
        IConditionalAccessOperation { WhenNotNull: var access } => MadeBy(access),
        _ => null,
    };

    // A generated method, or a function of the program around one. Other methods may return a call that is kept elsewhere, for example
    // in a queue, and a function that is given a call has already used it.
    private static bool Creates(IInvocationOperation made, RuntimeTypes types) =>
        types.SlugOf(made.TargetMethod) is not null
        || (made.Instance is null
            && !made.TargetMethod.DeclaringSyntaxReferences.IsEmpty
            && !made.Arguments.Any(argument => types.IsCall(argument.Value.Type)));
}
