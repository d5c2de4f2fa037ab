using Recoup.Catalogs;

namespace Recoup.Emulator.Tests.Hosts;

/// <summary>An emulator on one of the hosts, and a raw HTTP client for it.</summary>
internal sealed class MountedEmulator : IAsyncDisposable
{
    private readonly Uri _address;
    private readonly Host _host;

    private MountedEmulator(RecoupEmulator emulator, Host host, Uri address)
    {
        (Emulator, _host, _address) = (emulator, host, address);
        Client = CreateClient();
        Client.DefaultRequestHeaders.Add("x-api-key", emulator.DefaultAccount.ApiKey);
    }

    public RecoupEmulator Emulator { get; }

    /// <summary>A client that sends the default account's key.</summary>
    public HttpClient Client { get; }

    public static async Task<MountedEmulator> StartAsync(Host host, RecoupEmulatorOptions? options = null, RecoupCatalog? catalog = null)
    {
        var emulator = RecoupEmulator.Start(catalog ?? TestCatalog.Catalog, options);
        var address = host == Host.Port
            ? await emulator.StartListeningAsync(cancellationToken: TestContext.Current.CancellationToken)
            : new Uri("http://localhost/");
        return new MountedEmulator(emulator, host, address);
    }

    public static Task<MountedEmulator> StartAsync(Host host, ApiBehavior behavior) =>
        StartAsync(host, new RecoupEmulatorOptions { Behavior = behavior });

    /// <summary>Creates a client without a credential.</summary>
    public HttpClient CreateClient()
    {
        var handler = _host == Host.Port
            ? new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false }
            : Emulator.CreateHandler();
        return new HttpClient(handler) { BaseAddress = _address };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Emulator.DisposeAsync();
    }
}
