using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests;

/// <summary>
/// The generator in a load context of its own, as in the compiler: what other tests load does not matter. Only Roslyn is shared.
/// </summary>
public sealed class LoadedAssemblyTests
{
    [Fact]
    public void A_catalog_does_not_load_the_reader_of_OpenAPI() =>
        LoadedFor(new CatalogText("catalog.json", Catalog.Of(Catalog.Action("GMAIL_SEND_EMAIL")))).ShouldNotContain("Microsoft.OpenApi");

    [Fact]
    public void An_OpenAPI_document_loads_its_reader() =>
        LoadedFor(new SpecText("social.json", File.ReadAllText(TestData.Spec))).ShouldContain("Microsoft.OpenApi");

    private static string[] LoadedFor(AdditionalText file)
    {
        var context = new Beside(typeof(RecoupGenerator).Assembly.Location);
        var generator = context.LoadFromAssemblyName(typeof(RecoupGenerator).Assembly.GetName())
            .GetType(typeof(RecoupGenerator).FullName!)!;
        var instance = (IIncrementalGenerator)Activator.CreateInstance(generator)!;
        var options = new GenerationOptions();
        var driver = CSharpGeneratorDriver.Create([instance.AsSourceGenerator()], [file], options.Parse, options)
            .RunGenerators(Generation.Compile([], options), TestContext.Current.CancellationToken);

        driver.GetRunResult().Results.Single().GeneratedSources.ShouldNotBeEmpty();
        return [.. context.Assemblies.Select(assembly => assembly.GetName().Name!)];
    }

    /// <summary>Loads the assemblies of a folder again, apart from those of the compiler and the framework.</summary>
    private sealed class Beside(string path) : AssemblyLoadContext("generator")
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var file = Path.Combine(Path.GetDirectoryName(path)!, assemblyName.Name + ".dll");
            var isOwn = assemblyName.Name is { } name
                && (name.StartsWith("Recoup.", StringComparison.Ordinal) || name == "Microsoft.OpenApi");
            return isOwn && File.Exists(file) ? LoadFromAssemblyPath(file) : null;
        }
    }
}
