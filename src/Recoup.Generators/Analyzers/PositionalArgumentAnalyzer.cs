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

        var movable = call.Arguments.Where(argument => IsPositional(argument) && CanMove(context.Compilation, call, argument)).ToArray();
        if (movable.Length == 0)
            return;
        var names = movable.Select(argument => argument.Parameter!.Name).ToArray();
        context.ReportDiagnostic(Diagnostic.Create(
            AnalyzerDescriptors.PositionalArgument,
            movable[0].Syntax.GetLocation(),
            movable.Skip(1).Select(argument => argument.Syntax.GetLocation()),
            ImmutableDictionary<string, string?>.Empty.Add(RuleIds.ParameterNames, string.Join(",", names)),
            ParameterNames.Quote(names),
            call.TargetMethod.ContainingType.Name + "." + call.TargetMethod.Name,
            movable.All(argument => argument.Parameter!.IsOptional)
                ? "optional parameters move when the catalog changes"
                : "if the catalog changes their order, the call still compiles"));
    }

    // An implicit argument also has a syntax node: that of an argument around the call.
    private static bool IsPositional(IArgumentOperation argument) =>
        argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: not null, Syntax: ArgumentSyntax { NameColon: null } };

    // Optional parameters always follow the required ones, so only another required parameter can change places with a required one. If
    // the call names that one, it no longer compiles.
    private static bool CanMove(Compilation compilation, IInvocationOperation call, IArgumentOperation argument) =>
        argument.Parameter!.IsOptional
        || call.Arguments.Any(other => other != argument
            && IsPositional(other) && !other.Parameter!.IsOptional && CanSwap(compilation, argument, other));

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
