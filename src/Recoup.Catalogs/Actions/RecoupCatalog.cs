using System.Reflection;
using Recoup.Catalogs.Actions;
using Recoup.Catalogs.Effects;
using Recoup.Catalogs.Files;
using Recoup.Catalogs.Rehearsals;

namespace Recoup.Catalogs;

/// <summary>A catalog: the actions of an account, as <c>GET /api/connectors/actions</c> returns them.</summary>
public sealed class RecoupCatalog
{
    internal RecoupCatalog(IReadOnlyList<CatalogAction> actions) => Actions = actions;

    /// <summary>The actions, in the order of the catalog; each slug once.</summary>
    public IReadOnlyList<CatalogAction> Actions { get; }

    /// <summary>Returns a catalog that has only some of the actions. Their positions remain those in the whole catalog.</summary>
    /// <param name="condition">Whether an action is kept.</param>
    public RecoupCatalog Where(Func<CatalogAction, bool> condition)
    {
        if (condition is null)
            throw new ArgumentNullException(nameof(condition));
        return new RecoupCatalog([.. Actions.Where(condition)]);
    }

    /// <summary>
    /// Lays descriptions of results over the actions, as <c>RecoupResultSchemas</c> does in a project file. What a results file beside the
    /// catalog or an earlier call describes stays as it is. Parameters never change.
    /// </summary>
    /// <param name="path">
    /// A results file (<c>{"results": {"SLUG": schema}}</c>), or a catalog whose actions have <c>outputParameters</c>. It is looked up as
    /// <see cref="Load(string)"/> looks up a catalog.
    /// </param>
    /// <exception cref="CatalogException">The file does not exist, or has errors. The message says where, and what to do.</exception>
    public RecoupCatalog WithResults(string path)
    {
        return With([ResultFile.Load(DocumentFile.FindResults(path))]);
    }

    /// <summary>
    /// Loads a catalog from a file, with the results of the <c>recoup.results.json</c> and the effects of the <c>recoup.names.json</c>
    /// beside it if there are such files.
    /// </summary>
    /// <param name="path">
    /// The file. A relative path is looked up in the current directory, then in the directory of the running program, where the build
    /// copies catalogs to.
    /// </param>
    /// <remarks>
    /// In a test that <c>recoup rehearse</c> runs, the environment variable <c>RECOUP_REHEARSE</c> is set, and another catalog takes the
    /// place of the rehearsed one. The tool reports which files were replaced.
    /// </remarks>
    /// <exception cref="CatalogException">The file does not exist, or has errors. The message says where, and what to do.</exception>
    public static RecoupCatalog Load(string path) => Load(path, Rehearsal.Current);

    /// <summary>Loads a catalog from a file, as a part of a rehearsal or not.</summary>
    internal static RecoupCatalog Load(string path, Rehearsal? rehearsal)
    {
        var found = DocumentFile.FindCatalog(path);
        var stored = TextFile.ReadUtf8(found, "a catalog");
        var utf8 = rehearsal is null ? stored : rehearsal.Replace(found, stored);
        var effects = StatedEffects.Beside(found);
        return CatalogException.Of(effects.Problems) is { } exception
            ? throw exception
            : ThrowOnError(CatalogReader.Read(utf8, path)).With(ResultFile.Beside([found])).With(effects.Effects);
    }

    /// <summary>Parses the JSON text of a catalog.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="CatalogException">The text has errors. The message says where, and what to do.</exception>
    public static RecoupCatalog Parse(string json) => ThrowOnError(CatalogReader.Read(json));

    /// <summary>
    /// Returns the actions that were generated into an assembly, with the effects of its names files. Its project must set
    /// <c>RecoupEmbedCatalog</c> to <c>true</c>.
    /// </summary>
    /// <param name="assembly">The assembly, for example <c>typeof(GoogleSheets).Assembly</c>.</param>
    /// <exception cref="CatalogException">The assembly contains no catalog.</exception>
    public static RecoupCatalog Of(Assembly assembly)
    {
        if (assembly is null)
            throw new ArgumentNullException(nameof(assembly));
        Rehearsal.Current?.Keep($"the catalog in {assembly.GetName().Name}");
        var data = EmbeddedData.Read(assembly);
        return ThrowOnError(CatalogReader.Read(data)).With(EmbeddedEffects.Read(data));
    }

    private RecoupCatalog With(IReadOnlyList<ResultFile> results) =>
        CatalogException.Of([.. results.SelectMany(file => file.Problems)]) is { } exception
            ? throw exception
            : new ResultOverlay(results).Of(this);

    /// <summary>The catalog with the effects that a names file says.</summary>
    internal RecoupCatalog With(EquatableArray<StatedEffect> effects)
    {
        if (effects.Count == 0)
            return this;
        var bySlug = effects.ToDictionary(stated => stated.Slug, stated => stated.Effect, StringComparer.Ordinal);
        return new RecoupCatalog(
            [.. Actions.Select(action => bySlug.TryGetValue(action.Slug, out var effect) ? action.With(effect) : action)]);
    }

    private static RecoupCatalog ThrowOnError(CatalogReading reading) =>
        CatalogException.Of(reading.Problems) is { } exception ? throw exception : reading.Catalog;
}
