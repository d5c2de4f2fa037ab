using Recoup.Catalogs.Problems;
using Recoup.Catalogs.Reading;

namespace Recoup.Catalogs;

/// <summary>A catalog: the actions of an account, as <c>GET /api/connectors/actions</c> answers them.</summary>
public sealed class RecoupCatalog
{
    internal RecoupCatalog(IReadOnlyList<CatalogAction> actions) => Actions = actions;

    /// <summary>The actions, in the order of the catalog; each slug once.</summary>
    public IReadOnlyList<CatalogAction> Actions { get; }

    /// <summary>The catalog with some of its actions alone; their places stay those of the whole.</summary>
    /// <param name="condition">Which actions are kept.</param>
    public RecoupCatalog Where(Func<CatalogAction, bool> condition)
    {
        if (condition is null)
            throw new ArgumentNullException(nameof(condition));
        return new RecoupCatalog([.. Actions.Where(condition)]);
    }

    /// <summary>Reads a catalog from a file.</summary>
    /// <param name="path">
    /// The file. A relative path is looked up in the current directory, then beside the running program, where the build copies catalogs to.
    /// </param>
    /// <exception cref="CatalogException">The file is not there, or has errors; the message says where and what to do.</exception>
    public static RecoupCatalog Load(string path) => ThrowOnError(CatalogReader.Read(DocumentFile.ReadCatalog(path), path));

    /// <summary>Reads a catalog from its JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="CatalogException">The text has errors; the message says where and what to do.</exception>
    public static RecoupCatalog Parse(string json) => ThrowOnError(CatalogReader.Read(json));

    private static RecoupCatalog ThrowOnError(CatalogReading reading)
    {
        var errors = reading.Problems.Where(problem => problem.Descriptor.Severity == ProblemSeverity.Error).ToArray();
        return errors.Length > 0 ? throw new CatalogException(errors) : reading.Catalog;
    }
}
