using System.Net.Http.Headers;
using System.Text;
using Recoup.Benchmarks.Schemas;
using Recoup.Catalogs;
using Recoup.Emulator;

namespace Recoup.Benchmarks.Emulation;

/// <summary>What every side is asked: to execute one action from the middle of the catalog, with a sample of its parameters.</summary>
internal sealed record Workload(string CatalogPath, RecoupCatalog Catalog, string Slug, string Parameters, string Body)
{
    public const string Path = "/api/connectors/actions";

    private const int FewestMembers = 5;
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(Body);

    public static Workload Load(string? catalog)
    {
        var path = CatalogFile.Find(catalog);
        var cases = SchemaCase.Load(path);
        var chosen = cases.Skip(cases.Count / 2).FirstOrDefault(test => test.Instance.EnumerateObject().Count() >= FewestMembers)
            ?? cases[^1];
        var parameters = chosen.Instance.GetRawText();
        return new Workload(
            path, RecoupCatalog.Load(path), chosen.Slug, parameters, $$"""{"actionSlug":"{{chosen.Slug}}","parameters":{{parameters}}}""");
    }

    /// <summary>An emulator in which every connector of the catalog is connected.</summary>
    public RecoupEmulator StartEmulator(RecoupEmulatorOptions? options = null)
    {
        var emulator = RecoupEmulator.Start(Catalog, options);
        foreach (var connector in Catalog.Actions.Select(action => action.ConnectorSlug).Where(slug => slug.Length > 0).Distinct())
            emulator.Connect(connector);
        return emulator;
    }

    /// <summary>Sends the request and reads the answer.</summary>
    /// <exception cref="InvalidOperationException">The answer is not a 200: what was measured would be something else.</exception>
    public async Task CallAsync(HttpClient client)
    {
        using var content = new ByteArrayContent(_bytes);
        content.Headers.ContentType = Json;
        using var response = await client.PostAsync(Path, content).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException(
                $"{response.StatusCode}: {await response.Content.ReadAsStringAsync().ConfigureAwait(false)}");
    }
}
