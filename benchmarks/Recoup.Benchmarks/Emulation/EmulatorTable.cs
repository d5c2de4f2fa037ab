namespace Recoup.Benchmarks.Emulation;

/// <summary>The emulator and its peers in one run: <c>emulator [in-process|port] [catalog.json]</c>.</summary>
internal static class EmulatorTable
{
    public static async Task<int> RunAsync(string[] args)
    {
        var part = args.FirstOrDefault(arg => arg is "in-process" or "port");
        var workload = Workload.Load(args.FirstOrDefault(arg => arg != part));
        Console.WriteLine(
            $"{workload.Catalog.Actions.Count} actions, executing {workload.Slug} ({workload.Body.Length} bytes), "
                + $"{Environment.ProcessorCount} cores, .NET {Environment.Version}");

        if (part is null or "in-process")
            await InProcess.MeasureAsync(workload);
        if (part is null or "port")
            await OnPort.MeasureAsync(workload);
        return 0;
    }
}
