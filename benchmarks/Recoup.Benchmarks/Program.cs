using BenchmarkDotNet.Running;
using Recoup.Benchmarks.Contracts;
using Recoup.Benchmarks.Schemas;

// "diff" measures the comparison of two catalogs; "schemas" measures the schema engine and its peers side by side; anything else goes to BenchmarkDotNet.
if (args is ["schemas", ..])
    return await SideBySide.RunAsync(args.Skip(1).FirstOrDefault());

if (args is ["diff", ..])
    return DiffTiming.Run(args[1..]);

BenchmarkSwitcher.FromAssembly(typeof(SchemaBenchmarks).Assembly).Run(args);
return 0;
