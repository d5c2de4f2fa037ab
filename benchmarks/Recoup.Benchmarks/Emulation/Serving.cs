using System.Globalization;
using Recoup.Catalogs;
using Recoup.Emulator;

namespace Recoup.Benchmarks.Emulation;

/// <summary>A process of its own for each server on a port. It ends when its input does.</summary>
internal static class Serving
{
    public const string Emulator = "emulator";
    public const string Bare = "bare";

    public static async Task<int> RunAsync(string server, string portText, string catalog)
    {
        var port = int.Parse(portText, CultureInfo.InvariantCulture);
        await using var running = server == Bare ? await BareApi.StartOnPortAsync(port) : await StartEmulatorAsync(port, catalog);
        await Console.In.ReadToEndAsync();
        return 0;
    }

    private static async Task<IAsyncDisposable> StartEmulatorAsync(int port, string catalog)
    {
        var emulator = RecoupEmulator.Start(RecoupCatalog.Load(catalog));
        await emulator.StartListeningAsync(port);
        return emulator;
    }
}
