using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Recoup.Binding.Actions;
using Recoup.Binding.Api;
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
        var project = context.AnalyzerConfigOptionsProvider
            .Select(static (provider, _) => ProjectOptions.Read(provider.GlobalOptions))
            .WithTrackingName(Steps.Options);
        var options = project.Select(static (project, _) => project.Code);
        var given = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => InputFile.Of(pair.Left, pair.Right.GetOptions(pair.Left)))
            .WithTrackingName(Steps.Files);

        // An older C# cannot compile the generated code: one error instead of one for each construct.
        var language = context.ParseOptionsProvider.Select(static (options, _) => ProjectLanguage.Of(options));
        var files = given.Combine(language).Where(static pair => pair.Right.CompilesGeneratedCode).Select(static (pair, _) => pair.Left);

        // Each catalog is read separately, so that an edit of one does not read the others again.
        var catalogs = files
            .Where(static file => file.Kind == InputKind.Catalog)
            .Select(CatalogFile.Read)
            .WithTrackingName(Steps.Catalogs);
        var names = files
            .Where(static file => file.Kind == InputKind.Names)
            .Select(NamesFile.Read)
            .WithTrackingName(Steps.Names);

        var results = files
            .Where(static file => file.Kind == InputKind.Results)
            .Select(ResultsFile.Read)
            .WithTrackingName(Steps.Results);

        // The actions of all catalogs make up the classes, each of which is planned separately: methods, and files of actions.
        var shares = catalogs
            .Combine(results.Group())
            .Select(static (pair, cancellation) =>
                CatalogShare.Of(pair.Left.Selection.With(ResultsFile.Overlay(pair.Right.Items)), cancellation))
            .WithTrackingName(Steps.Shares);
        var plan = shares.Group()
            .Combine(names.Group())
            .Select(static (all, cancellation) => CatalogPlan.Of(
                all.Left.Items, [.. all.Right.Items.Select(file => file.Reading.Overrides)], cancellation))
            .WithTrackingName(Steps.Plan);
        var connectors = plan
            .SelectMany(static (plan, _) => plan.Connectors)
            .WithTrackingName(Steps.Connectors);
        var connectorPlans = connectors
            .Select(ConnectorPlan.Of)
            .WithTrackingName(Steps.ConnectorPlans);

        // Each file of actions is bound separately. Only types that would have the same name in one class make them depend on each other.
        var actions = connectorPlans
            .SelectMany(static (connector, _) => connector.Files)
            .WithTrackingName(Steps.ActionFiles)
            .Combine(options.Select(static (options, _) => options.Binding))
            .Select(static (pair, cancellation) => ActionBinder.Bind(pair.Left, pair.Right.Results, cancellation))
            .WithTrackingName(Steps.Bound);
        var typeNames = actions.Select(static (file, _) => file.Types).Group()
            .Combine(connectorPlans.Select(static (connector, _) => connector.Methods).Group())
            .Select(static (all, cancellation) => ClassNames.Of(all.Left.Items, all.Right.Items, cancellation))
            .WithTrackingName(Steps.TypeNames);
        var models = actions
            .Select(static (file, _) => file.Model)
            .Combine(typeNames)
            .Select(static (pair, _) => pair.Right.Apply(pair.Left))
            .WithTrackingName(Steps.Models);
        context.RegisterSourceOutput(models.Combine(options), static (output, pair) => output.AddSource(
            ConnectorEmitter.FileName(pair.Left), ConnectorEmitter.Emit(pair.Left, pair.Right, output.CancellationToken)));

        // What a class has once does not depend on its actions, except for types that a names file lets them share.
        var shared = models
            .SelectMany(static (file, _) => SharedType.Of(file))
            .Group();
        var headers = connectors
            .Select(static (connector, _) => new ConnectorHeader(connector.Slug, connector.ClassName, default))
            .Combine(shared)
            .Select(static (pair, _) => pair.Left.With(pair.Right.Items))
            .WithTrackingName(Steps.Headers);
        context.RegisterSourceOutput(headers.Combine(options), static (output, pair) =>
            output.AddSource(ConnectorEmitter.FileName(pair.Left), ConnectorEmitter.Emit(pair.Left, pair.Right)));

        // The actions as data, only where the project asks for it. No other step depends on them.
        var embedded = plan
            .Combine(project)
            .SelectMany(static (pair, cancellation) =>
                pair.Right.EmbedsCatalog ? EmbeddedCatalog.Of(pair.Left, cancellation) : [])
            .WithTrackingName(Steps.Embedded);
        context.RegisterSourceOutput(embedded, static (output, catalog) =>
            output.AddSource(EmbeddedCatalogEmitter.FileName, EmbeddedCatalogEmitter.Emit(catalog)));

        // Each OpenAPI document becomes one class.
        var apis = files
            .Where(static file => file.Kind == InputKind.Spec)
            .Select(SpecFile.Read)
            .WithTrackingName(Steps.Specs)
            .Group()
            .Combine(connectors.Select(static (connector, _) => new ConnectorClass(connector.Slug, connector.ClassName)).Group())
            .SelectMany(static (all, _) => SpecFile.Bind(all.Left.Items, all.Right.Items))
            .WithTrackingName(Steps.BoundSpecs);
        var apiClasses = apis
            .SelectMany(static (api, _) => api.Class is { } @class ? (SpecClass[])[@class] : [])
            .WithTrackingName(Steps.Apis);
        context.RegisterSourceOutput(apiClasses.Combine(options), static (output, pair) => output.AddSource(
            pair.Left.Model.ClassName + ".Api.g.cs",
            ApiEmitter.Emit(pair.Left.Model, new ApiOptions(pair.Right.Namespace, pair.Right.Visibility, pair.Left.NestsTypes))));

        // Problems take a separate path. Only here are actions and pointers resolved to lines and columns, so that the models have no
        // positions. An analyzer reports those that leave no code out.
        var documents = catalogs.Group()
            .Combine(names.Group())
            .Combine(results.Group())
            .Select(static (all, _) => new InputDocuments(all.Left.Left, all.Left.Right, all.Right));
        var problems = documents.Select(static (documents, _) => documents.Problems)
            .With(plan.Select(static (plan, _) => new ProblemList(plan.Problems)))
            .With(connectorPlans.Select(static (connector, _) => new ProblemList(connector.Problems)))
            .With(actions.Select(static (file, _) => new ProblemList(file.Problems)))
            .With(typeNames.Select(static (names, _) => new ProblemList(names.Problems)))
            .With(apis.Select(static (api, _) => api.Problems))
            .With(project.Select(static (project, _) => new ProblemList(project.Problems)))
            .With(given.Group().Combine(language).Select(static (pair, _) => pair.Right.ProblemsWith(pair.Left.Items)));
        context.RegisterSourceOutput(problems.Combine(documents), static (output, pair) =>
        {
            var locator = pair.Right.Locator();
            foreach (var problem in pair.Left.Items.Where(ProblemDiagnostic.IsReportedByGenerator))
            {
                output.CancellationToken.ThrowIfCancellationRequested();
                output.ReportDiagnostic(ProblemDiagnostic.Of(locator.Locate(problem).Problem));
            }
        });
    }
}
