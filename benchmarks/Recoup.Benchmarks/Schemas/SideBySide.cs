using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Newtonsoft.Json.Linq;
using Recoup.Schemas;

namespace Recoup.Benchmarks.Schemas;

/// <summary>
/// The schema engine, NJsonSchema and Ajv over the same schemas and instances in one run, as a table in Markdown. Times are processor
/// time of the process, background compilation and garbage collection included: what else the machine does hardly shows.
/// </summary>
internal static class SideBySide
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(string? catalog)
    {
        var cases = SchemaCase.Load(catalog);
        var ours = MeasureOurs(cases);
        var njson = await MeasureNJsonSchemaAsync(cases);
        var ajv = await MeasureAjvAsync(cases);

        Console.WriteLine(
            $"{cases.Count} schemas with a sample instance each, {Environment.ProcessorCount} cores, .NET {Environment.Version}");
        Console.WriteLine();
        Console.WriteLine("| what | Recoup.Schemas | Ajv | ratio | NJsonSchema 11.6.2 | ratio |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|");
        Row("validations a second of processor time, hot", ours.PerSecond, ajv?.PerSecond, njson.PerSecond, "N0", higherIsBetter: true);
        Row("bytes allocated a validation", ours.Bytes, null, njson.Bytes, "N0", higherIsBetter: false);
        Row("compile all, ms, first time measured", ours.Cold, null, njson.Cold, "N1", higherIsBetter: false);
        Row("compile all, ms, warm", ours.Warm, ajv?.Warm, njson.Warm, "N1", higherIsBetter: false);
        Row("valid among the samples", ours.Valid, ajv?.Valid, njson.Valid, "N0", higherIsBetter: true);
        return 0;
    }

    private static void Row(string what, double ours, double? ajv, double njson, string format, bool higherIsBetter)
    {
        string Ratio(double? peer) => peer is not > 0 || ours == 0
            ? ""
            : (higherIsBetter ? ours / peer.Value : peer.Value / ours).ToString("0.0", CultureInfo.InvariantCulture) + " x";
        string Number(double? value) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "";
        Console.WriteLine($"| {what} | {Number(ours)} | {Number(ajv)} | {Ratio(ajv)} | {Number(njson)} | {Ratio(njson)} |");
    }

    private static Measured MeasureOurs(IReadOnlyList<SchemaCase> cases)
    {
        JsonSchema[] Compile() => [.. cases.Select(test => JsonSchema.Parse(test.Schema))];

        // Loading the cases compiled them once before.
        var (cold, _) = Time(Compile);
        var warm = Enumerable.Range(0, 40).Min(_ => Time(Compile).Milliseconds);
        var schemas = Compile();
        var instances = cases.Select(test => test.Instance).ToArray();
        return Measured.Of(cold, warm, cases.Count, i => schemas[i].IsValid(instances[i]));
    }

    private static async Task<Measured> MeasureNJsonSchemaAsync(IReadOnlyList<SchemaCase> cases)
    {
        var texts = cases.Select(test => test.Schema.GetRawText()).ToArray();
        async Task<NJsonSchema.JsonSchema[]> CompileAsync()
        {
            var compiled = new NJsonSchema.JsonSchema[texts.Length];
            for (var i = 0; i < texts.Length; i++)
                compiled[i] = await NJsonSchema.JsonSchema.FromJsonAsync(texts[i]);
            return compiled;
        }

        var started = ProcessorTime.Now;
        await CompileAsync();
        var cold = (ProcessorTime.Now - started).TotalMilliseconds;
        var warm = double.MaxValue;
        var schemas = Array.Empty<NJsonSchema.JsonSchema>();
        for (var i = 0; i < 5; i++)
        {
            started = ProcessorTime.Now;
            schemas = await CompileAsync();
            warm = Math.Min(warm, (ProcessorTime.Now - started).TotalMilliseconds);
        }

        var tokens = cases.Select(test => JToken.Parse(test.Instance.GetRawText())).ToArray();
        return Measured.Of(cold, warm, cases.Count, i => schemas[i].Validate(tokens[i]).Count == 0);
    }

    private static async Task<Measured?> MeasureAjvAsync(IReadOnlyList<SchemaCase> cases)
    {
        var folder = Path.Combine(CatalogFile.Repository, "benchmarks", "peers", "ajv");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            await Console.Error.WriteLineAsync($"Ajv is left out: run `npm install` in {folder} first.");
            return null;
        }

        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(
                file, JsonSerializer.Serialize(cases.Select(test => new { schema = test.Schema, instance = test.Instance })));
            using var node = Process.Start(new ProcessStartInfo(
                "node", [Path.Combine(folder, "run.js"), file])
            { RedirectStandardOutput = true })!;
            using var result = JsonDocument.Parse(await node.StandardOutput.ReadToEndAsync());
            await node.WaitForExitAsync();
            double Get(string name) => result.RootElement.GetProperty(name).GetDouble();
            return new Measured(0, Get("compileMilliseconds"), Get("validationsPerSecond"), 0, (int)Get("valid"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static (double Milliseconds, T Result) Time<T>(Func<T> action)
    {
        var started = ProcessorTime.Now;
        var result = action();
        return ((ProcessorTime.Now - started).TotalMilliseconds, result);
    }

    private sealed record Measured(double Cold, double Warm, double PerSecond, double Bytes, int Valid)
    {
        public static Measured Of(double cold, double warm, int count, Func<int, bool> validate)
        {
            var valid = 0;
            for (var i = 0; i < count; i++)
                valid += validate(i) ? 1 : 0;

            var best = 0.0;
            var bytes = double.MaxValue;
            for (var repeat = 0; repeat < 6; repeat++)
            {
                var allocated = GC.GetAllocatedBytesForCurrentThread();
                var started = ProcessorTime.Now;
                var done = 0L;
                TimeSpan elapsed;
                do
                {
                    for (var i = 0; i < count; i++)
                        validate(i);
                    done += count;
                    elapsed = ProcessorTime.Now - started;
                }
                while (elapsed < Round);
                best = Math.Max(best, done / elapsed.TotalSeconds);
                bytes = Math.Min(bytes, (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)done);
            }

            return new Measured(cold, warm, best, bytes, valid);
        }
    }
}
