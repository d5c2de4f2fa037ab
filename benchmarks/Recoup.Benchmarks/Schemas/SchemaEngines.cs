using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Newtonsoft.Json.Linq;
using Recoup.Schemas;

namespace Recoup.Benchmarks.Schemas;

/// <summary>Measures each engine. All get parsed instances and check no <c>format</c>.</summary>
internal static class SchemaEngines
{
    public static EngineRun MeasureOurs(IReadOnlyList<SchemaCase> cases)
    {
        JsonSchema[] Compile() => [.. cases.Select(test => JsonSchema.Parse(test.Schema))];

        // Loading the cases compiled them once before.
        var (cold, _) = Time(Compile);
        var warm = Enumerable.Range(0, 40).Min(_ => Time(Compile).Milliseconds);
        var schemas = Compile();
        var instances = cases.Select(test => test.Instance).ToArray();
        return EngineRun.Of(cold, warm, cases.Count, i => schemas[i].IsValid(instances[i]));
    }

    /// <summary>Only reads the kinds of all values and the names of all properties, as every validator of parsed elements must.</summary>
    public static EngineRun MeasureVisit(IReadOnlyList<SchemaCase> cases)
    {
        var instances = cases.Select(test => test.Instance).ToArray();
        return EngineRun.Of(0, 0, cases.Count, i => Visit(instances[i]) >= 0);

        static int Visit(JsonElement element)
        {
            var read = 0;
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (var property in element.EnumerateObject())
                        read += JsonMarshal.GetRawUtf8PropertyName(property).Length + Visit(property.Value);
                    return read;
                case JsonValueKind.Array:
                    foreach (var item in element.EnumerateArray())
                        read += Visit(item);
                    return read;
                default:
                    return (int)element.ValueKind;
            }
        }
    }

    public static async Task<EngineRun?> MeasureNJsonSchemaAsync(IReadOnlyList<SchemaCase> cases)
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
        return EngineRun.Of(cold, warm, cases.Count, i => schemas[i].Validate(tokens[i]).Count == 0);
    }

    public static EngineRun? MeasureJsonSchemaNet(IReadOnlyList<SchemaCase> cases)
    {
        var texts = cases.Select(test => test.Schema.GetRawText()).ToArray();

        // A registry each: a shared one would refuse schemas that repeat an id.
        Json.Schema.JsonSchema[] Compile() =>
        [
            .. texts.Select(text => Json.Schema.JsonSchema.FromText(
                text, new Json.Schema.BuildOptions { SchemaRegistry = new Json.Schema.SchemaRegistry() })),
        ];

        var (cold, _) = Time(Compile);
        var warm = Enumerable.Range(0, 3).Min(_ => Time(Compile).Milliseconds);
        var schemas = Compile();
        var instances = cases.Select(test => test.Instance).ToArray();
        return EngineRun.Of(cold, warm, cases.Count, i => schemas[i].Evaluate(instances[i]).IsValid);
    }

    public static async Task<EngineRun?> MeasureAjvAsync(IReadOnlyList<SchemaCase> cases)
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
            return new EngineRun(0, Get("compileMilliseconds"), Get("validationsPerSecond"), 0, (int)Get("valid"));
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
}
