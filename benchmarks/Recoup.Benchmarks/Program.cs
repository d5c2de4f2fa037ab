using BenchmarkDotNet.Running;
using Recoup.Benchmarks.Schemas;

// "schemas" measures the schema engine and its peers side by side; anything else goes to BenchmarkDotNet.
if (args is ["schemas", ..])
    return await SideBySide.RunAsync(args.Skip(1).FirstOrDefault());

BenchmarkSwitcher.FromAssembly(typeof(SchemaBenchmarks).Assembly).Run(args);
return 0;
