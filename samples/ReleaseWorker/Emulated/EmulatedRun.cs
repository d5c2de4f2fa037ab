using Recoup.Actions;
using Recoup.Catalogs;
using Recoup.Emulator;

namespace ReleaseWorker.Emulated;

/// <summary>Posts the sample release on the emulator, where two calls fail once.</summary>
internal static class EmulatedRun
{
    public static async Task<ExitCode> RunAsync()
    {
        Console.WriteLine("On the built-in emulator: no key is needed, nothing leaves this machine, and no wait takes real time.");
        await using var emulator = RecoupEmulator.Start(RecoupCatalog.Load("recoup.catalog.json"));
        emulator.Connect("linkedin");
        var sheet = EmulatedSheet.On(emulator);
        emulator.On(Twitter.UploadLargeMedia).FailsUpstream("X is over capacity").Then.Returns(new { id = "1849201736450928641" });
        emulator.On(Twitter.CreationOfAPost).Fails(TransportFault.Refused).Then.Returns(new { id = "1849201999123456789", text = "" });
        emulator.On(LinkedIn.CreateLinkedInPost).Returns(new { id = "urn:li:share:7251" });

        var release = Release.Load(Path.Combine(AppContext.BaseDirectory, "release.json"));
        var builder = ReleaseHost.Create(release, emulator.Clock, RecoupEmulator.DefaultApiKey, emulator.CreateHandler);
        var exitCode = await ReleaseHost.RunAsync(builder);

        Console.WriteLine();
        Console.WriteLine("Executed on the emulator:");
        foreach (var exchange in emulator.Journal.Executions())
            Console.WriteLine($"  {exchange.Operation} {exchange.Slug}: {exchange.Status}");
        Console.WriteLine($"Row 2 of the sheet: {sheet[2]}");
        return exitCode;
    }
}
