using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Recoup.Catalogs;
using Recoup.Catalogs.Problems;
using Recoup.Generators.Analyzers.Checks;
using Recoup.Generators.Diagnostics;

namespace Recoup.Generators.Analyzers;

/// <summary>RCP0040 and RCP0048: a constant slug of an action or a connector that the project and its references do not know.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnknownSlugAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(AnalyzerDescriptors.UnknownSlug, AnalyzerDescriptors.UnknownConnector);

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

            var slugs = new SlugRegister(start.Compilation, types, start.Options);
            start.RegisterOperationAction(argument => CheckArgument(argument, types, slugs), OperationKind.Argument);
            start.RegisterOperationAction(assignment => CheckAssignment(assignment, types, slugs), OperationKind.SimpleAssignment);
        });
    }

    private static void CheckArgument(OperationAnalysisContext context, RuntimeTypes types, SlugRegister slugs)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument is not { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter })
            return;
        if (types.TakesSlug(parameter))
            CheckAction(context, argument.Value, slugs);
        else if (types.TakesConnector(parameter))
            CheckConnector(context, argument.Value, slugs);
    }

    private static void CheckAssignment(OperationAnalysisContext context, RuntimeTypes types, SlugRegister slugs)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation { Property: var property })
            return;
        if (types.TakesSlug(property))
            CheckAction(context, assignment.Value, slugs);
        else if (types.TakesConnector(property))
            CheckConnector(context, assignment.Value, slugs);
    }

    private static void CheckAction(OperationAnalysisContext context, IOperation value, SlugRegister slugs) =>
        Check(context, value, slugs, AnalyzerDescriptors.UnknownSlug, static known => known.Actions);

    private static void CheckConnector(OperationAnalysisContext context, IOperation value, SlugRegister slugs) =>
        Check(context, value, slugs, AnalyzerDescriptors.UnknownConnector, static known => known.Connectors);

    private static void Check(
        OperationAnalysisContext context,
        IOperation value,
        SlugRegister slugs,
        DiagnosticDescriptor descriptor,
        Func<KnownSlugs, ISet<string>> kind)
    {
        foreach (var one in Alternatives.Of(value))
        {
            if (one.ConstantValue is not { HasValue: true, Value: string slug } || slugs.AllIfUnknown(slug, kind) is not { } known)
                continue;
            if (descriptor.Id == RuleIds.UnknownConnector && PlatformConnectors.Slugs.Contains(slug))
                continue;
            var nearest = Nearest.Of(slug, known);
            var properties = ImmutableDictionary<string, string?>.Empty;
            context.ReportDiagnostic(Diagnostic.Create(
                descriptor,
                one.Syntax.GetLocation(),
                nearest is null ? properties : properties.Add(RuleIds.Suggestion, nearest),
                ShownText.Of(slug),
                nearest is null ? "" : $"; did you mean '{ShownText.Of(nearest)}'?"));
        }
    }
}
