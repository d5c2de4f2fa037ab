using System.Net;
using System.Text;
using Recoup.Catalogs;
using Recoup.Emulator;

namespace Recoup.Tests;

/// <summary>Emulators to verify.</summary>
internal static class Emulators
{
    public const string Catalog = "catalog.json";
    public const string SourceCatalog = "catalog.source.json";

    private static readonly RecoupCatalog Loaded = RecoupCatalog.Load(Catalog);

    public static RecoupEmulator Start(
        ApiBehavior behavior = ApiBehavior.Deployed, string[]? with = null, string[]? without = null, string catalog = Catalog) =>
        RecoupEmulator.Start(catalog == Catalog ? Loaded : RecoupCatalog.Load(catalog), new RecoupEmulatorOptions
        {
            Behavior = behavior,
            With = (with ?? []).Select(Divergences.Get).ToHashSet(),
            Without = (without ?? []).Select(Divergences.Get).ToHashSet(),
        });

    /// <summary>Sends requests to an emulator in process, and passes on the body of each request first.</summary>
    public static HttpMessageHandler CreateHandler(RecoupEmulator emulator, Action<string> sends) =>
        new ComplaintsAsResponses(emulator.CreateHandler(), sends);

    /// <summary>
    /// In process, the emulator reports its own complaints as exceptions; this turns them into the responses that a port returns.
    /// </summary>
    private sealed class ComplaintsAsResponses(HttpMessageHandler inner, Action<string> sends) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            sends(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (RecoupEmulatorException e)
            {
                return new HttpResponseMessage(HttpStatusCode.NotImplemented)
                {
                    Content = new StringContent($$"""{"detail":"{{e.GetType().Name}}"}""", Encoding.UTF8, "application/problem+json"),
                };
            }
        }
    }
}
