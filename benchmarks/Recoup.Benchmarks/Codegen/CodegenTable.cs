using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NJsonSchema.CodeGeneration.CSharp;

namespace Recoup.Benchmarks.Codegen;

/// <summary>
/// Code of the same parameter schemas by several generators: the time, the size, whether it compiles, and whether a sample that is read
/// as the generated type and written again is the same JSON. As tables in Markdown; times are processor time of the process.
/// </summary>
internal static class CodegenTable
{
    private const int Rounds = 5;
    private const int MostReasons = 10;

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(path) is "Recoup.Typed.dll" or "Newtonsoft.Json.dll" or "netstandard.dll" or "mscorlib.dll")
            .Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>Runs the table.</summary>
    /// <param name="path">The catalog, or null for the default one.</param>
    public static async Task<int> RunAsync(string? path)
    {
        var catalog = await File.ReadAllTextAsync(CatalogFile.Find(path));
        var cases = CodegenCase.Load(catalog);
        var measured = new List<Measured>();
        foreach (var source in (CodeSource[])
        [
            new RecoupSource(catalog),
            new NJsonSchemaSource(CSharpJsonLibrary.SystemTextJson),
            new NJsonSchemaSource(CSharpJsonLibrary.NewtonsoftJson),
        ])
        {
            measured.Add(await MeasureAsync(source, cases));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{cases.Length} schemas, {cases.Sum(test => test.Samples.Length):N0} samples, .NET {Environment.Version}"));
        Console.WriteLine();
        Console.WriteLine("| what | " + string.Join(" | ", measured.Select(one => one.Name)) + " |");
        Console.WriteLine("|---|" + string.Concat(measured.Select(_ => "--:|")));
        Row("generate all, first time, CPU ms", one => one.Cold);
        Row("generate all, warm, CPU ms", one => one.Warm);
        Row("source, KB", one => one.Length / 1024.0);
        Row("schemas whose code compiles", one => one.Compiled);
        Row("samples that are the same after a round trip", one => one.RoundTrips);
        foreach (var one in measured.Where(one => one.Reasons.Count > 0))
            WriteReasons(one);
        return 0;

        void Row(string what, Func<Measured, double> value) => Console.WriteLine(
            $"| {what} | {string.Join(" | ", measured.Select(one => value(one).ToString("N0", CultureInfo.InvariantCulture)))} |");
    }

    private static void WriteReasons(Measured one)
    {
        Console.WriteLine();
        Console.WriteLine($"| {one.Name}: why not | schemas or samples | for example |");
        Console.WriteLine("|---|--:|---|");
        foreach (var (reason, slugs) in one.Reasons.OrderByDescending(pair => pair.Value.Count).Take(MostReasons))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {reason} | {slugs.Count:N0} | {slugs[0]} |"));
    }

    private static async Task<Measured> MeasureAsync(CodeSource source, CodegenCase[] cases)
    {
        var started = ProcessorTime.Now;
        var length = await source.GenerateAllAsync(cases);
        var cold = (ProcessorTime.Now - started).TotalMilliseconds;
        var warm = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            GC.Collect();
            started = ProcessorTime.Now;
            await source.GenerateAllAsync(cases);
            warm = Math.Min(warm, (ProcessorTime.Now - started).TotalMilliseconds);
        }

        var measured = new Measured(source.Name, cold, warm, length);
        foreach (var test in cases)
            await TryAsync(source, test, measured);
        return measured;
    }

    private static async Task TryAsync(CodeSource source, CodegenCase test, Measured measured)
    {
        try
        {
            using var image = new MemoryStream();
            var errors = Compile(await source.GenerateAsync(test)).Emit(image).Diagnostics
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            if (errors.FirstOrDefault() is { } error)
            {
                measured.Fails("does not compile: " + error.Id, test.Slug);
                return;
            }

            measured.Compiled++;
            RoundTrip(source, test, image, measured);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            measured.Fails($"generation throws {e.GetType().Name}", test.Slug);
        }
    }

    private static void RoundTrip(CodeSource source, CodegenCase test, MemoryStream image, Measured measured)
    {
        image.Position = 0;
        var context = new AssemblyLoadContext(test.Slug, isCollectible: true);
        try
        {
            var type = source.TypeOf(context.LoadFromStream(image));
            foreach (var sample in test.Samples)
            {
                if (WhyNot(source, sample, type) is { } reason)
                    measured.Fails(reason, test.Slug);
                else
                    measured.RoundTrips++;
            }
        }
        finally
        {
            context.Unload();
        }
    }

    private static string? WhyNot(CodeSource source, JsonElement sample, Type type)
    {
        try
        {
            using var written = JsonDocument.Parse(source.RoundTrip(sample.GetRawText(), type));
            return JsonElement.DeepEquals(sample, written.RootElement) ? null : "a sample is written as other JSON";
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return $"a round trip throws {(e is TargetInvocationException { InnerException: { } inner } ? inner : e).GetType().Name}";
        }
    }

    private static CSharpCompilation Compile(string[] sources) => CSharpCompilation.Create(
        "App",
        sources.Select(source => CSharpSyntaxTree.ParseText(source)),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private sealed record Measured(string Name, double Cold, double Warm, long Length)
    {
        public int Compiled { get; set; }

        public int RoundTrips { get; set; }

        public Dictionary<string, List<string>> Reasons { get; } = new(StringComparer.Ordinal);

        public void Fails(string reason, string slug)
        {
            if (!Reasons.TryGetValue(reason, out var slugs))
                Reasons.Add(reason, slugs = []);
            slugs.Add(slug);
        }
    }
}
