using Recoup.Actions;
using Recoup.Catalogs;
using Recoup.Typed;

namespace Recoup.Emulator.Tests.Control;

/// <summary>An emulator on a port, the generated client of its control API, and clients of the emulated API and of raw HTTP.</summary>
internal sealed class ControlledEmulator : IAsyncDisposable
{
    private readonly RecoupClient _client;

    private ControlledEmulator(RecoupEmulator emulator, Uri address)
    {
        (Emulator, Address) = (emulator, address);
        _client = new RecoupClient(new RecoupClientOptions { BaseAddress = address, ApiKey = emulator.DefaultAccount.ApiKey });
        Control = new EmulatorControl(_client);
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = address };
        Http.DefaultRequestHeaders.Add("x-api-key", emulator.DefaultAccount.ApiKey);
    }

    public RecoupEmulator Emulator { get; }

    public Uri Address { get; }

    /// <summary>The control API.</summary>
    public EmulatorControl Control { get; }

    /// <summary>The emulated API.</summary>
    public RecoupClient Client => _client;

    public HttpClient Http { get; }

    public static async Task<ControlledEmulator> StartAsync(RecoupEmulatorOptions? options = null, RecoupCatalog? catalog = null)
    {
        var emulator = RecoupEmulator.Start(catalog ?? TestCatalog.Catalog, options);
        var address = await emulator.StartListeningAsync(cancellationToken: TestContext.Current.CancellationToken);
        return new ControlledEmulator(emulator, address);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _client.Dispose();
        await Emulator.DisposeAsync();
    }
}
