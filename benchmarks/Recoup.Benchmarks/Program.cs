using BenchmarkDotNet.Running;
using Recoup.Benchmarks;
using Recoup.Benchmarks.Generators;
using Recoup.Benchmarks.Schemas;

// Each word measures one part beside its peers or its limit; anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["schemas", ..]:
        return await SideBySide.RunAsync(args.Skip(1).FirstOrDefault());
    case ["generator", ..]:
        return GeneratorTable.Run(args.Skip(1).FirstOrDefault());
    case ["calls"]:
        return CallTable.Run();
}

BenchmarkSwitcher.FromAssembly(typeof(SchemaBenchmarks).Assembly).Run(args);
return 0;
