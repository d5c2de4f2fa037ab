using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Recoup.Binding.Actions;
using Recoup.Catalogs;
using Recoup.Generators.Actions;
using Recoup.Generators.Input;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Fuzzing;

/// <summary>A hostile catalog, with its generated code in a separate namespace.</summary>
internal sealed class FuzzedCatalog
{
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("Empty");

    public FuzzedCatalog(int index, JsonText catalog, LanguageVersion language)
    {
        (Index, Json, Namespace) = (index, catalog.ToString(), $"Fuzz.N{index}");
        var options = new GenerationOptions { Namespace = Namespace, Language = language };
        Result = CSharpGeneratorDriver.Create(
            [new RecoupGenerator().AsSourceGenerator()], [new CatalogText("catalog.json", Json)], options.Parse, options)
            .RunGenerators(Empty).GetRunResult().Results[0];
        Parse = options.Parse;
        Catalog = CatalogReader.Read(System.Text.Encoding.UTF8.GetBytes(Json), "catalog.json").Catalog;
        Connectors =
        [
            .. CatalogPlan.Of([new CatalogSelection("catalog.json", new(Catalog.Actions), default, default)]).Connectors.Select(connector =>
                ConnectorBinder.Bind(connector).Model),
        ];
    }

    public int Index { get; }

    public string Json { get; }

    public string Namespace { get; }

    public RecoupCatalog Catalog { get; }

    public IReadOnlyList<ConnectorModel> Connectors { get; }

    public IEnumerable<SyntaxTree> Trees => Result.GeneratedSources.Select(source => source.SyntaxTree);

    private GeneratorRunResult Result { get; }

    private CSharpParseOptions Parse { get; }

    /// <summary>Returns the first error in the text of the sources, or null.</summary>
    public string? Finding()
    {
        if (Result.Exception is { } exception)
            return exception.ToString();
        if (Result.Diagnostics.FirstOrDefault(diagnostic => !diagnostic.Id.StartsWith("RCP", StringComparison.Ordinal)) is { } foreign)
            return foreign.ToString();
        if (Connectors.Count != Result.GeneratedSources.Length)
            return $"{Connectors.Count} connectors, {Result.GeneratedSources.Length} sources";

        // No action is missing.
        var slugs = Connectors.SelectMany(connector => connector.Actions).Select(action => action.Slug).Order(StringComparer.Ordinal);
        if (!slugs.SequenceEqual(Catalog.Actions.Select(action => action.Slug).Order(StringComparer.Ordinal)))
            return "other actions than the catalog's: " + string.Join(", ", slugs);

        var bySource = Result.GeneratedSources.ToDictionary(source => source.HintName);
        foreach (var connector in Connectors)
        {
            var neutral = CSharpSyntaxTree.ParseText(
                ConnectorEmitter.Emit(NeutralModel.Of(connector), new GeneratorOptions(Namespace, "public", true, true, default)), Parse);
            if (TokenStructure.Difference(bySource[connector.ClassName + ".g.cs"].SyntaxTree, neutral) is { } difference)
                return difference;
        }

        return null;
    }
}
