using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Recoup.Catalogs;
using Recoup.Typed;

namespace WebService.Tests;

/// <summary>Runs the whole service in process, with an emulator in place of the network.</summary>
internal sealed class Service : WebApplicationFactory<RecoupProblems>
{
    private static readonly RecoupCatalog Catalog = RecoupCatalog.Load("recoup.catalog.json");

    public Service(ApiBehavior behavior = ApiBehavior.Documented)
    {
        Emulator = RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { Behavior = behavior });
        Artist = Emulator.AddAccount();
        Emulator.AllowAccess(Emulator.DefaultAccount, Artist);
    }

    public RecoupEmulator Emulator { get; }

    /// <summary>An artist for whom the service may act, and who has connected nothing yet.</summary>
    public EmulatedAccount Artist { get; }

    public string? ApiKey { get; init; } = RecoupEmulator.DefaultApiKey;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Emulator.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Recoup:ApiKey", ApiKey);
        builder.ConfigureTestServices(services =>
        {
            services.Configure<RecoupClientOptions>(options => options.TimeProvider = Emulator.Clock);
            // This keeps the registration of the service; the last handler wins.
            services.AddRecoupClient().ConfigurePrimaryHttpMessageHandler(Emulator.CreateHandler);
        });
    }
}
