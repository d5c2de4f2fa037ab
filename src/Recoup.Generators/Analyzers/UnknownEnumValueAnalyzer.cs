using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Recoup.Catalogs.Problems;
using Recoup.Generators.Analyzers.Checks;
using Recoup.Generators.Diagnostics;

namespace Recoup.Generators.Analyzers;

/// <summary>
/// RCP0045: a constant string that becomes a generated open enum and that the catalog does not list. An explicit conversion says that the
/// value is meant, so only implicit ones are reported.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnknownEnumValueAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(AnalyzerDescriptors.UnknownEnumValue);

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

            var (values, checks) = (new EnumValues(), new GeneratedChecks());
            start.RegisterOperationAction(conversion => Check(conversion, types, values, checks), OperationKind.Conversion);
        });
    }

    private static void Check(OperationAnalysisContext context, RuntimeTypes types, EnumValues values, GeneratedChecks checks)
    {
        var conversion = (IConversionOperation)context.Operation;
        if (conversion is not { IsImplicit: true, OperatorMethod: { Parameters: [{ Type.SpecialType: SpecialType.System_String }] } method }
            || IsWritten(conversion)
            || EnumOf(method.ContainingType, types) is not { } type
            || HasPattern(conversion, types, checks, context.CancellationToken))
        {
            return;
        }

        foreach (var leaf in Alternatives.Of(conversion.Operand))
        {
            if (leaf.ConstantValue is not { HasValue: true, Value: string text })
                continue;
            var known = values.Of(type, context.CancellationToken);
            if (known.Count > 0 && !known.ContainsKey(text))
                Report(context, leaf, type, text, known);
        }
    }

    // In a cast to the nullable type, the conversion to the type itself is implicit.
    private static bool IsWritten(IConversionOperation conversion)
    {
        var node = conversion.Syntax;
        while (node.Parent is ParenthesizedExpressionSyntax around)
            node = around;
        return node is CastExpressionSyntax || node.Parent is CastExpressionSyntax;
    }

    // Where the catalog lists the values in a pattern, the call refuses others, which RCP0044 reports.
    private static bool HasPattern(IOperation value, RuntimeTypes types, GeneratedChecks checks, CancellationToken cancellation)
    {
        for (var around = value.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case IArgumentOperation { Parameter.Name: var parameter, Parent: IInvocationOperation { TargetMethod: var method } }:
                    return types.SlugOf(method) is not null && HasPattern(checks.Of(method, parameter, cancellation));
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } }:
                    return HasPattern(checks.Of(property.ContainingType, property.Name, cancellation));
                case IBinaryOperation or IAnonymousFunctionOperation or IBlockOperation:
                    return false;
            }
        }

        return false;
    }

    private static bool HasPattern(PlaceChecks? place) =>
        place is not null && (place.Value.Exists(check => check.IsPattern) || HasPattern(place.Items));

    // A union takes strings for its enum, unless any text is one of its branches.
    private static INamedTypeSymbol? EnumOf(INamedTypeSymbol type, RuntimeTypes types)
    {
        if (types.IsOpenEnum(type))
            return type;
        return !types.IsUnion(type) ? null : type.GetMembers(WellKnownMemberNames.ImplicitConversionName)
            .OfType<IMethodSymbol>()
            .Select(method => method.Parameters[0].Type)
            .OfType<INamedTypeSymbol>()
            .FirstOrDefault(types.IsOpenEnum);
    }

    private static void Report(
        OperationAnalysisContext context,
        IOperation value,
        INamedTypeSymbol type,
        string text,
        IReadOnlyDictionary<string, IFieldSymbol> known)
    {
        var nearest = Nearest.Of(text, known.Keys);
        var properties = ImmutableDictionary<string, string?>.Empty;
        context.ReportDiagnostic(Diagnostic.Create(
            AnalyzerDescriptors.UnknownEnumValue,
            value.Syntax.GetLocation(),
            nearest is null ? properties : properties.Add(RuleIds.Suggestion, known[nearest].GetDocumentationCommentId()),
            NestedName.Of(type),
            ShownText.Of(text),
            nearest is null ? "" : $"; did you mean '{ShownText.Of(nearest)}'?"));
    }
}
