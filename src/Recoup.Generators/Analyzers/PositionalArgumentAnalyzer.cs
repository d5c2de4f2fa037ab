using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Recoup.Generators.Diagnostics;

namespace Recoup.Generators.Analyzers;

/// <summary>RCP0041: positional arguments that a changed catalog could assign to other parameters without an error.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PositionalArgumentAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(AnalyzerDescriptors.PositionalArgument);

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
                start.RegisterOperationAction(call => Check(call, types), OperationKind.Invocation);
        });
    }

    private static void Check(OperationAnalysisContext context, RuntimeTypes types)
    {
        var call = (IInvocationOperation)context.Operation;
        if (types.SlugOf(call.TargetMethod) is null)
            return;

        List<(IArgumentOperation Argument, string Reason)>? movable = null;
        foreach (var argument in call.Arguments)
        {
            // An implicit argument also has a syntax node: that of an argument around the call.
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter, Syntax: ArgumentSyntax { NameColon: null } }
                && Reason(context.Compilation, call, argument, parameter) is { } reason)
            {
                (movable ??= []).Add((argument, reason));
            }
        }

        if (movable is null)
            return;
        var names = movable.Select(item => item.Argument.Parameter!.Name).ToArray();
        context.ReportDiagnostic(Diagnostic.Create(
            AnalyzerDescriptors.PositionalArgument,
            movable[0].Argument.Syntax.GetLocation(),
            movable.Skip(1).Select(item => item.Argument.Syntax.GetLocation()),
            ImmutableDictionary<string, string?>.Empty.Add(RuleIds.ParameterNames, string.Join(",", names)),
            ParameterNames.Quote(names),
            call.TargetMethod.ContainingType.Name + "." + call.TargetMethod.Name,
            movable.All(item => item.Reason == movable[0].Reason)
                ? movable[0].Reason
                : "if the catalog changes their order, the call still compiles"));
    }

    private static string? Reason(
        Compilation compilation, IInvocationOperation call, IArgumentOperation argument, IParameterSymbol parameter)
    {
        if (parameter.IsOptional)
            return "optional parameters move when the catalog changes";

        // Optional parameters always follow the required ones, so only another required parameter can change places with this one. If that
        // one has its name in the call, the call no longer compiles.
        var twin = call.Arguments.FirstOrDefault(other => other != argument
            && other is { Parameter.IsOptional: false, Syntax: ArgumentSyntax { NameColon: null } }
            && CanSwap(compilation, argument, other));
        return twin is null ? null : $"it could change places with '{twin.Parameter!.Name}', and the call would still compile";
    }

    private static bool CanSwap(Compilation compilation, IArgumentOperation one, IArgumentOperation other) =>
        SymbolEqualityComparer.Default.Equals(Plain(one.Parameter!.Type), Plain(other.Parameter!.Type))
        || (Fits(compilation, one, other.Parameter) && Fits(compilation, other, one.Parameter));

    // Enums and unions convert from strings and numbers, so the types of the arguments count as well as those of the parameters.
    private static bool Fits(Compilation compilation, IArgumentOperation argument, IParameterSymbol parameter)
    {
        var written = argument.Value is IConversionOperation { IsImplicit: true } conversion
            ? conversion.Operand.Type
            : argument.Value.Type;
        return written is not null && compilation.ClassifyCommonConversion(written, parameter.Type) is { Exists: true, IsImplicit: true };
    }

    private static ITypeSymbol Plain(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;
}
