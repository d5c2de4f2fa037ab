using Recoup.AI.Dialects;
using Recoup.Catalogs;

namespace Recoup.AI.Tests.Dialects;

/// <summary>The real catalogs, and the one of the quick start.</summary>
internal static class RealCatalogs
{
    private static readonly string[] Names =
    [
        "github-googledrive.served.json", "github-googledrive.source.json", "github.older.served.json", "googlesuper.served.json",
        "mcp-docker-registry.json", "mcp-github.json",
    ];

    public static IEnumerable<Dialect> Dialects => Enum.GetValues<Dialect>().Where(dialect => dialect != Dialect.None);

    public static TheoryData<string, Dialect> AndDialects
    {
        get
        {
            var rows = new TheoryData<string, Dialect>();
            foreach (var name in Names.Prepend("quick-start"))
            {
                foreach (var dialect in Dialects)
                    rows.Add(name, dialect);
            }

            return rows;
        }
    }

    public static RecoupCatalog Load(string name) => name == "quick-start"
        ? RecoupCatalog.Load(TestData.QuickStartCatalog)
        : RecoupCatalog.Parse(File.ReadAllText(TestData.RequireExternal("catalogs", name)));

    public static IEnumerable<(CatalogAction Action, ToolProjection Projection)> Project(string name, Dialect dialect) =>
        Load(name).Actions.Select(action => (action, ToolProjection.Of(action, dialect)));
}
