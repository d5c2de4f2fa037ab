using System.Globalization;
using BenchmarkDotNet.Running;
using Recoup.Benchmarks;
using Recoup.Benchmarks.Codegen;
using Recoup.Benchmarks.Contracts;
using Recoup.Benchmarks.Emulation;
using Recoup.Benchmarks.Generators;
using Recoup.Benchmarks.Load;
using Recoup.Benchmarks.Schemas;

// Each mode measures one part beside its peers or its limit; anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["schemas", .. var rest]:
        return await SideBySide.RunAsync(rest.FirstOrDefault());
    case ["generator", .. var rest]:
        return GeneratorTable.Run(rest.FirstOrDefault());
    case ["codegen", .. var rest]:
        return await CodegenTable.RunAsync(rest.FirstOrDefault());
    case ["compile", .. var rest]:
        return CompileTable.Run(
            rest.FirstOrDefault(),
            copies: rest.Length > 1 ? int.Parse(rest[1], CultureInfo.InvariantCulture) : 1,
            rounds: rest.Length > 2 ? int.Parse(rest[2], CultureInfo.InvariantCulture) : 5);
    case ["diff", .. var rest]:
        return DiffTiming.Run(rest);
    case ["learn", .. var rest]:
        return LearnTiming.Run(rest.FirstOrDefault());
    case ["calls"]:
        return CallTable.Run();
    case ["record"]:
        return await RecordTable.RunAsync();
    case ["emulator", .. var rest]:
        return await EmulatorTable.RunAsync(rest);
    case ["control", .. var rest]:
        return await ControlTable.RunAsync(rest.FirstOrDefault());
    case ["load", .. var rest]:
        return await LoadRun.RunAsync(rest);
    case ["serve", var server, var port, var catalog]:
        return await Serving.RunAsync(server, port, catalog);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(SchemaBenchmarks).Assembly).Run(args);
        return 0;
}
