using System.Globalization;

namespace Recoup.Benchmarks.Schemas;

/// <summary>
/// The schema engine and its peers over the same schemas and instances in one run, as tables in Markdown: the actions of a catalog, and
/// large instances. Times are processor time of the process, background compilation and garbage collection included.
/// </summary>
internal static class SideBySide
{
    private const string Engines =
        "Recoup.Schemas | only visit | ratio | Ajv | ratio | NJsonSchema 11.6.2 | ratio | JsonSchema.Net 8.0.5 | ratio |";

    private const string Columns = "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|";

    private static readonly int[] Sizes = [10_000, 100_000, 1_000_000];

    public static async Task<int> RunAsync(string? catalog)
    {
        await CompareCatalogAsync(SchemaCase.Load(catalog));
        Console.WriteLine();
        await CompareLargeAsync();
        return 0;
    }

    private static async Task CompareCatalogAsync(IReadOnlyList<SchemaCase> cases)
    {
        var ours = SchemaEngines.MeasureOurs(cases);
        var visit = SchemaEngines.MeasureVisit(cases);
        var ajv = await SchemaEngines.MeasureAjvAsync(cases);
        var njson = await SchemaEngines.MeasureNJsonSchemaAsync(cases);
        var net = SchemaEngines.MeasureJsonSchemaNet(cases);

        Console.WriteLine(
            $"{cases.Count} schemas with a sample instance each, {Environment.ProcessorCount} cores, .NET {Environment.Version}");
        Console.WriteLine();
        Console.WriteLine($"| what | {Engines}");
        Console.WriteLine(Columns);
        Row("validations a second of processor time, hot", run => run?.PerSecond, "N0", higherIsBetter: true);
        Row("bytes allocated a validation", run => run?.Bytes, "N0", higherIsBetter: false);
        Row("compile all, ms, first time measured", run => run?.Cold, "N1", higherIsBetter: false);
        Row("compile all, ms, warm", run => run?.Warm, "N1", higherIsBetter: false);
        Row("valid among the samples", run => run?.Valid, "N0", higherIsBetter: true);

        void Row(string what, Func<EngineRun?, double?> get, string format, bool higherIsBetter)
        {
            var own = get(ours)!.Value;
            var peers = new[] { visit, ajv, njson, net }.Select(peer =>
                $"{Number(get(peer), format)} | {Ratio(own, get(peer), higherIsBetter)}");
            Console.WriteLine($"| {what} | {Number(own, format)} | {string.Join(" | ", peers)} |");
        }
    }

    private static async Task CompareLargeAsync()
    {
        Console.WriteLine($"| one instance, µs | {Engines}");
        Console.WriteLine(Columns);
        foreach (var size in Sizes)
        {
            foreach (var (name, test) in LargeInstances.Of(size))
            {
                SchemaCase[] cases = [test];
                var ours = SchemaEngines.MeasureOurs(cases);
                var visit = SchemaEngines.MeasureVisit(cases);
                var ajv = await SchemaEngines.MeasureAjvAsync(cases);
                var njson = await SchemaEngines.MeasureNJsonSchemaAsync(cases);
                var net = SchemaEngines.MeasureJsonSchemaNet(cases);
                foreach (var (engine, run) in new[] { ("Recoup", ours), ("Ajv", ajv), ("NJsonSchema", njson), ("JsonSchema.Net", net) })
                {
                    if (run is { Valid: not 1 })
                        await Console.Error.WriteLineAsync($"{engine} rejects: {name}.");
                }

                var own = Microseconds(ours)!.Value;
                var peers = new[] { visit, ajv, njson, net }.Select(peer =>
                    $"{Number(Microseconds(peer), "N1")} | {Ratio(own, Microseconds(peer), higherIsBetter: false)}");
                var kilobytes = Number(test.Instance.GetRawText().Length / 1000, "N0");
                Console.WriteLine($"| {name}, {kilobytes} KB | {Number(own, "N1")} | {string.Join(" | ", peers)} |");
            }
        }

        static double? Microseconds(EngineRun? run) => 1e6 / run?.PerSecond;
    }

    private static string Ratio(double ours, double? peer, bool higherIsBetter) => peer is not > 0 || ours == 0
        ? ""
        : (higherIsBetter ? ours / peer.Value : peer.Value / ours).ToString("0.0", CultureInfo.InvariantCulture) + " x";

    private static string Number(double? value, string format) =>
        value is null or 0 ? "" : value.Value.ToString(format, CultureInfo.InvariantCulture);
}
