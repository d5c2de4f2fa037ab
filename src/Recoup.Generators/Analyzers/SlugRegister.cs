using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Recoup.Catalogs.Problems;
using Recoup.Generators.Input;

namespace Recoup.Generators.Analyzers;

/// <summary>
/// Every slug that a compilation knows: those of the generated methods, its own and those of its references, and those of its catalogs. The
/// catalogs are read only for a slug without a method, so a correct program reads none here.
/// </summary>
internal sealed class SlugRegister
{
    private readonly Lazy<KnownSlugs?> _generated;
    private readonly Lazy<KnownSlugs?> _all;

    /// <summary>Creates the register of a compilation.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="types">The types of the runtime.</param>
    /// <param name="options">The options, with the files of the project.</param>
    public SlugRegister(Compilation compilation, RuntimeTypes types, AnalyzerOptions options)
    {
        // Without a token: if one request of the editor canceled the value, it would stay canceled for the next request.
        _generated = new(() => Methods(GeneratedConnectors.References(compilation, types).Prepend(compilation.Assembly), types));
        _all = new(() => WithCatalogs(options));
    }

    /// <summary>
    /// Returns all slugs of this kind if the slug is not one of them. Returns null if it is known, or if nothing can be said: without any
    /// catalog or reference with actions, or if one of them cannot be read.
    /// </summary>
    public ISet<string>? AllIfUnknown(string slug, Func<KnownSlugs, ISet<string>> kind) =>
        _generated.Value is { } generated && !kind(generated).Contains(slug) && _all.Value is { } all && !kind(all).Contains(slug)
            ? kind(all)
            : null;

    // Filters are ignored: an action that is not generated can still be executed. Null if a catalog cannot be read.
    private KnownSlugs? WithCatalogs(AnalyzerOptions options)
    {
        var generated = _generated.Value!;
        var all = new KnownSlugs();
        all.Add(generated);
        foreach (var file in InputFile.AllOf(options).Where(file => file.Kind == InputKind.Catalog))
        {
            var catalog = CatalogFile.Read(file, CancellationToken.None);
            if (catalog.IsMissing || catalog.Problems.Any(problem => problem.Descriptor.Severity == ProblemSeverity.Error))
                return null;
            foreach (var action in catalog.Selection.Actions)
                all.Add(action.Slug, action.ConnectorSlug);
        }

        return all.Actions.Count > 0 || all.Connectors.Count > 0 ? all : null;
    }

    // Null if a class is not known, because its reference has left it out: then its slugs are not known either.
    private static KnownSlugs? Methods(IEnumerable<IAssemblySymbol> assemblies, RuntimeTypes types)
    {
        var slugs = new KnownSlugs();
        foreach (var (connector, @class) in assemblies.SelectMany(assembly => GeneratedConnectors.Of(assembly, types)))
        {
            if (@class is null)
                return null;
            slugs.Connectors.Add(connector);
            foreach (var member in @class.GetMembers())
            {
                if (member is IMethodSymbol method && types.SlugOf(method) is { } slug)
                    slugs.Actions.Add(slug);
            }
        }

        return slugs;
    }
}
