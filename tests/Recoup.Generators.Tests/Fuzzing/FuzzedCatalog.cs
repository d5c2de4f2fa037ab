using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Recoup.Binding.Actions;
using Recoup.Binding.Names.Overrides;
using Recoup.Catalogs;
using Recoup.Generators.Actions;
using Recoup.Generators.Emission;
using Recoup.Generators.Input;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Fuzzing;

/// <summary>A hostile catalog and its names file, with their generated code in a separate namespace.</summary>
internal sealed class FuzzedCatalog
{
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("Empty");
    private readonly Dictionary<string, SyntaxTree> _neutral = [];

    public FuzzedCatalog(int index, JsonText input, LanguageVersion language)
    {
        (Index, Json, Namespace) = (index, HostileInputs.CatalogOf(input), $"Fuzz.N{index}");
        var names = HostileInputs.NamesOf(input);
        var options = new GenerationOptions { Namespace = Namespace, Language = language };
        AdditionalText[] files = [new CatalogText("catalog.json", Json), .. names is null ? [] : new[] { new NamesText(names) }];
        Result = CSharpGeneratorDriver.Create([new RecoupGenerator().AsSourceGenerator()], files, options.Parse, options)
            .RunGenerators(Empty).GetRunResult().Results[0];
        Catalog = CatalogReader.Read(Encoding.UTF8.GetBytes(Json), "catalog.json").Catalog;
        var overrides = names is null
            ? []
            : new[] { NameOverridesReader.Read(Encoding.UTF8.GetBytes(names), "recoup.names.json").Overrides };
        var plan = CatalogPlan.Of([new CatalogSelection("catalog.json", new(Catalog.Actions), default, default)], overrides);
        Connectors = [.. plan.Connectors.Select(connector => ConnectorBinder.Bind(connector).Model)];

        var harmless = new GeneratorOptions(Namespace, "public", true, true, DocumentationLevel.Full);
        foreach (var model in plan.Connectors.SelectMany(FilesOf))
        {
            var file = NeutralModel.Of(model);
            _neutral.Add(ConnectorEmitter.FileName(file), CSharpSyntaxTree.ParseText(ConnectorEmitter.Emit(file, harmless), options.Parse));
        }

        foreach (var connector in Connectors)
        {
            var header = new ConnectorHeader(connector.Slug, connector.ClassName, default).With(SharedType.Of(connector));
            var neutral = NeutralModel.Of(header);
            _neutral.Add(
                ConnectorEmitter.FileName(header), CSharpSyntaxTree.ParseText(ConnectorEmitter.Emit(neutral, harmless), options.Parse));
        }
    }

    public int Index { get; }

    public string Json { get; }

    public string Namespace { get; }

    public RecoupCatalog Catalog { get; }

    /// <summary>The classes, each with all of its actions.</summary>
    public IReadOnlyList<ConnectorModel> Connectors { get; }

    public IEnumerable<SyntaxTree> Trees => Result.GeneratedSources.Select(source => source.SyntaxTree);

    private GeneratorRunResult Result { get; }

    /// <summary>Returns the first error in the text of the sources, or null.</summary>
    public string? Finding()
    {
        if (Result.Exception is { } exception)
            return exception.ToString();
        if (Result.Diagnostics.FirstOrDefault(diagnostic => !diagnostic.Id.StartsWith("RCP", StringComparison.Ordinal)) is { } foreign)
            return foreign.ToString();

        // No action is missing.
        var slugs = Connectors.SelectMany(connector => connector.Actions).Select(action => action.Slug).Order(StringComparer.Ordinal);
        if (!slugs.SequenceEqual(Catalog.Actions.Select(action => action.Slug).Order(StringComparer.Ordinal)))
            return "other actions than the catalog's: " + string.Join(", ", slugs);

        var names = Result.GeneratedSources.Select(source => source.HintName).Order(StringComparer.Ordinal).ToArray();
        if (!names.SequenceEqual(_neutral.Keys.Order(StringComparer.Ordinal)))
            return "other sources than the plan's: " + string.Join(", ", names);
        return Result.GeneratedSources
            .Select(source => TokenStructure.Difference(source.SyntaxTree, _neutral[source.HintName]))
            .FirstOrDefault(difference => difference is not null);
    }

    // The generator binds and names one file after the other.
    private static IEnumerable<ConnectorModel> FilesOf(ConnectorActions connector)
    {
        var plan = ConnectorPlan.Of(connector);
        var files = plan.Files.Select(file => ActionBinder.Bind(file)).ToArray();
        var names = ConnectorNames.Of(plan.Methods.Names, files.Select(file => file.Types));
        return files.Select(file => names.Apply(file.Model));
    }
}
