using BenchmarkDotNet.Running;
using Recoup.Benchmarks.Emulation;
using Recoup.Benchmarks.Load;
using Recoup.Benchmarks.Schemas;

// Each mode measures something and its peers side by side; anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["schemas", .. var rest]:
        return await SideBySide.RunAsync(rest.FirstOrDefault());
    case ["emulator", .. var rest]:
        return await EmulatorTable.RunAsync(rest);
    case ["load", .. var rest]:
        return await LoadRun.RunAsync(rest);
    case ["serve", var server, var port, var catalog]:
        return await Serving.RunAsync(server, port, catalog);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(SchemaBenchmarks).Assembly).Run(args);
        return 0;
}
