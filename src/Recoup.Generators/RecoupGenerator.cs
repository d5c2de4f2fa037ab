using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Recoup.Binding.Actions;
using Recoup.Binding.Checks;
using Recoup.Catalogs.Problems;
using Recoup.Generators.Actions;
using Recoup.Generators.Api;
using Recoup.Generators.Diagnostics;
using Recoup.Generators.Input;

namespace Recoup.Generators;

/// <summary>
/// Generates one static class for each connector of the catalogs and one class of operations for each OpenAPI document. The pipeline
/// depends only on additional files and options: an edit of C# runs no step again, and an edit of one action generates one file again.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class RecoupGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    [SuppressMessage("Design", "MA0051", Justification = "The pipeline reads from top to bottom; each step is done elsewhere.")]
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // The options of the project, and its files with their kinds.
        var options = context.AnalyzerConfigOptionsProvider
            .Select(static (provider, _) => GeneratorOptions.Read(provider.GlobalOptions))
            .WithTrackingName(Steps.Options);
        var files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => InputFile.Of(pair.Left, pair.Right.GetOptions(pair.Left)))
            .WithTrackingName(Steps.Files);

        // Each catalog is read separately, so that an edit of one does not read the others again.
        var catalogs = files
            .Where(static file => file.Kind == InputKind.Catalog)
            .Select(static (file, cancellation) => CatalogFile.Read(file, cancellation))
            .WithTrackingName(Steps.Catalogs);

        var names = files
            .Where(static file => file.Kind == InputKind.Names)
            .Select(static (file, cancellation) => NamesFile.Read(file, cancellation))
            .WithTrackingName(Steps.Names);

        // The actions of all catalogs make up the classes, each of which is planned separately: methods, and files of actions.
        var shares = catalogs
            .Select(static (catalog, cancellation) => CatalogShare.Of(catalog.Selection, cancellation))
            .WithTrackingName(Steps.Shares);
        var plan = shares.Collect()
            .Combine(names.Collect())
            .Select(static (all, _) => CatalogPlan.Of(all.Left, [.. all.Right.Select(file => file.Reading.Overrides)]))
            .WithTrackingName(Steps.Plan);
        var connectors = plan
            .SelectMany(static (plan, _) => plan.Connectors)
            .WithTrackingName(Steps.Connectors);
        var connectorPlans = connectors
            .Select(static (connector, _) => (connector.ClassName, Plan: ConnectorPlan.Of(connector)))
            .WithTrackingName(Steps.ConnectorPlans);

        // Each file of actions is bound separately. Only types that would have the same name in one class make them depend on each other.
        var actions = connectorPlans
            .SelectMany(static (connector, _) => connector.Plan.Files)
            .WithTrackingName(Steps.ActionFiles)
            .Combine(options.Select(static (options, _) => options.Results))
            .Select(static (pair, cancellation) => ActionBinder.Bind(pair.Left, pair.Right, cancellation))
            .WithTrackingName(Steps.Bound);
        var typeNames = actions.Select(static (file, _) => file.Types).Collect()
            .Combine(connectorPlans.Select(static (connector, _) => (connector.ClassName, connector.Plan.Methods)).Collect())
            .Select(static (all, _) => ClassNames.Of(all.Left, all.Right))
            .WithTrackingName(Steps.TypeNames);
        var models = actions
            .Select(static (file, _) => file.Model)
            .Combine(typeNames)
            .Select(static (pair, _) => pair.Right.Apply(pair.Left))
            .WithTrackingName(Steps.Models);
        context.RegisterSourceOutput(models.Combine(options), static (output, pair) =>
            output.AddSource(ConnectorEmitter.FileName(pair.Left), ConnectorEmitter.Emit(pair.Left, pair.Right)));

        // What a class has once does not depend on its actions, except for types that a names file lets them share.
        var shared = models
            .SelectMany(static (file, _) => SharedType.Of(file))
            .Collect();
        var headers = connectors
            .Select(static (connector, _) => (connector.Slug, connector.ClassName))
            .Combine(shared)
            .Select(static (pair, _) => ConnectorHeader.Of(pair.Left.Slug, pair.Left.ClassName, pair.Right))
            .WithTrackingName(Steps.Headers);
        context.RegisterSourceOutput(headers.Combine(options), static (output, pair) =>
            output.AddSource(ConnectorEmitter.FileName(pair.Left), ConnectorEmitter.Emit(pair.Left, pair.Right)));

        // Each OpenAPI document becomes one class.
        var specs = files
            .Where(static file => file.Kind == InputKind.Spec)
            .Select(static (file, cancellation) => SpecFile.Read(file, cancellation))
            .WithTrackingName(Steps.Specs);
        var apis = specs.Collect()
            .SelectMany(static (all, _) => SpecFile.Bind(all))
            .WithTrackingName(Steps.BoundSpecs);
        var apiModels = apis
            .Where(static api => api.Model is not null)
            .Select(static (api, _) => (Model: api.Model!, api.NestsTypes))
            .WithTrackingName(Steps.Apis);
        context.RegisterSourceOutput(apiModels.Combine(options), static (output, pair) => output.AddSource(
            pair.Left.Model.ClassName + ".Api.g.cs",
            ApiEmitter.Emit(pair.Left.Model, new ApiOptions(pair.Right.Namespace, pair.Right.Visibility, pair.Left.NestsTypes))));
        context.RegisterSourceOutput(apis, static (output, api) =>
            Report(output, ImmutableArray<CatalogFile>.Empty, ImmutableArray<NamesFile>.Empty, api.Problems));

        // Problems take a separate path. Only here are actions and pointers resolved to lines and columns, so that the models have no
        // positions.
        var planned = plan.Select(static (plan, _) => plan.Problems)
            .Combine(connectorPlans.Select(static (connector, _) => connector.Plan.Problems).Collect());
        var bound = actions.Select(static (file, _) => file.Problems).Collect()
            .Combine(typeNames.Select(static (names, _) => names.Problems));
        var problems = planned.Combine(bound).Combine(catalogs.Collect()).Combine(names.Collect());
        context.RegisterSourceOutput(problems, static (output, all) =>
        {
            var (((planned, bound), catalogs), names) = all;
            var read = catalogs.SelectMany(catalog => catalog.Problems).Concat(names.SelectMany(file => file.Reading.Problems));
            var decided = planned.Left.Concat(planned.Right.SelectMany(connector => connector))
                .Concat(bound.Left.SelectMany(file => file))
                .Concat(bound.Right);
            Report(output, catalogs, names, read.Concat(decided));
        });
        context.RegisterSourceOutput(options, static (output, read) =>
            Report(output, ImmutableArray<CatalogFile>.Empty, ImmutableArray<NamesFile>.Empty, read.Problems));
    }

    private static void Report(
        SourceProductionContext output, ImmutableArray<CatalogFile> catalogs, ImmutableArray<NamesFile> names,
         IEnumerable<Problem> problems)
    {
        var locator = new ProblemLocator([.. catalogs.Select(catalog => catalog.Selection)], [.. names.Select(file => file.Reading)]);
        foreach (var problem in problems)
            output.ReportDiagnostic(ProblemDiagnostic.Of(locator.Locate(problem).Problem));
    }
}
