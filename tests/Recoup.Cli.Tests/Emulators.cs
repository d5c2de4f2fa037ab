using System.Net;
using System.Text;
using Recoup.Catalogs;
using Recoup.Emulator;

namespace Recoup.Cli.Tests;

/// <summary>An emulator to verify, reached in process or over a port.</summary>
internal static class Emulators
{
    public const string Catalog = "catalog.json";
    public const string SourceCatalog = "catalog.source.json";

    private static readonly RecoupCatalog Loaded = RecoupCatalog.Load(Catalog);

    public static RecoupEmulator Start(ApiBehavior behavior = ApiBehavior.Deployed, string[]? with = null, string[]? without = null, string catalog = Catalog) =>
        RecoupEmulator.Start(catalog == Catalog ? Loaded : RecoupCatalog.Load(catalog), new RecoupEmulatorOptions
        {
            Behavior = behavior,
            With = (with ?? []).Select(Divergences.Get).ToHashSet(),
            Without = (without ?? []).Select(Divergences.Get).ToHashSet(),
        });

    /// <summary>Verifies an emulator on a port.</summary>
    public static async Task<Tool> VerifyOnPortAsync(RecoupEmulator emulator, params string[] args)
    {
        var url = await emulator.StartListeningAsync();
        return await Tool.RunAsync(["verify", "--url", url.ToString(), .. args]);
    }

    /// <summary>Verifies an emulator in process.</summary>
    public static Task<Tool> VerifyInProcessAsync(RecoupEmulator emulator, params string[] args) => VerifyInProcessAsync(emulator, _ => { }, args);

    /// <summary>Verifies an emulator in process, and is told of the body of each request before it is sent.</summary>
    public static async Task<Tool> VerifyInProcessAsync(RecoupEmulator emulator, Action<string> sends, params string[] args)
    {
        using var handler = new ComplaintsAsAnswers(emulator.CreateHandler(), sends);
        return await Tool.RunAsync(host => host with { Handler = handler }, ["verify", "--url", "http://localhost/", .. args]);
    }

    /// <summary>In process the emulator's own complaints travel as exceptions; a verification sees what a port would answer.</summary>
    private sealed class ComplaintsAsAnswers(HttpMessageHandler inner, Action<string> sends) : DelegatingHandler(inner)
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
                return new HttpResponseMessage(HttpStatusCode.NotImplemented) { Content = new StringContent($$"""{"detail":"{{e.GetType().Name}}"}""", Encoding.UTF8, "application/problem+json") };
            }
        }
    }
}
