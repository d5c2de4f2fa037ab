using System.Text.Json;
using Recoup.Catalogs;

namespace Recoup.Emulator.Tests;

/// <summary>A small catalog: a connected connector, an unconnected one, one with results, and a meta-action.</summary>
internal static class TestCatalog
{
    public const string Update = "GOOGLESHEETS_BATCH_UPDATE";
    public const string ValidUpdate = """{"spreadsheet_id":"1AbC","sheet_name":"Streams","values":[["Artist","Plays"],["Ada",42]]}""";
    public const string Post = "LINKEDIN_CREATE_POST";
    public const string ValidPost = """{"commentary":"New release"}""";
    public const string Issue = "GITHUB_CREATE_ISSUE";
    public const string ValidIssue = """{"owner":"ada","repo":"engine","title":"Bug"}""";
    public const string Meta = "COMPOSIO_SEARCH_TOOLS";

    public static RecoupCatalog Catalog { get; } = RecoupCatalog.Load("test.catalog.json");

    public static JsonElement Json(string text) => JsonElement.Parse(text);
}
