using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Recoup.Generators;

namespace Recoup.Benchmarks.Generators;

/// <summary>
/// What the compiler spends on generated code, phase by phase, and what the assembly consists of. As tables in Markdown; times are
/// processor time of the process.
/// </summary>
internal static class CompileTable
{
    private static readonly CSharpParseOptions Parse = CSharpParseOptions.Default.WithDocumentationMode(DocumentationMode.Parse);

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(path) is "Recoup.Typed.dll" or "netstandard.dll" or "mscorlib.dll")
            .Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>Runs the table.</summary>
    /// <param name="path">The catalog, or null for the default one.</param>
    /// <param name="copies">How often the catalog is taken, each time under other connector names.</param>
    /// <param name="rounds">How often each phase is repeated; the best counts.</param>
    public static int Run(string? path, int copies, int rounds)
    {
        var catalog = File.ReadAllText(CatalogFile.Find(path));
        var files = Copies(catalog, copies);
        GeneratorDriver driver = null!;
        var generated = ProcessorTime.Of(() => driver = Driver(files).RunGenerators(Empty()));
        var sources = driver.GetRunResult().Results.Single().GeneratedSources.Select(source => source.SourceText).ToArray();

        var (parse, declare, bind, emit) = (double.MaxValue, double.MaxValue, double.MaxValue, double.MaxValue);
        byte[] image = [];
        for (var round = 0; round < rounds; round++)
        {
            SyntaxTree[] trees = [];
            parse = Math.Min(parse, ProcessorTime.Of(() =>
                trees = [.. sources.Select(source => CSharpSyntaxTree.ParseText(source, Parse))]));
            var compilation = Empty().AddSyntaxTrees(trees);
            declare = Math.Min(declare, ProcessorTime.Of(() => compilation.GetDeclarationDiagnostics()));
            bind = Math.Min(bind, ProcessorTime.Of(() => Check(compilation.GetDiagnostics())));
            emit = Math.Min(emit, ProcessorTime.Of(() => image = Emit(compilation)));
        }

        using var process = System.Diagnostics.Process.GetCurrentProcess();
        Console.WriteLine("| what | |");
        Console.WriteLine("|---|--:|");
        Row("source files", sources.Length, "N0");
        Row("largest source file, lines", sources.Max(source => source.Lines.Count), "N0");
        Row("source, KB", sources.Sum(source => (double)source.Length) / 1024, "N0");
        Row("generate, first in the process, CPU ms", generated, "N0");
        Row("parse, CPU ms", parse, "N0");
        Row("declarations, CPU ms", declare, "N0");
        Row("bind, CPU ms", bind, "N0");
        Row("emit, CPU ms", emit, "N0");
        Row("peak working set, MB", process.PeakWorkingSet64 / 1048576.0, "N0");
        Row("assembly, KB", image.Length / 1024.0, "N1");
        Describe(image);
        return 0;
    }

    private static CSharpCompilation Empty() => CSharpCompilation.Create(
        "App",
        [CSharpSyntaxTree.ParseText("class Program;", Parse)],
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            nullableContextOptions: NullableContextOptions.Enable,
            deterministic: true));

    private static CSharpGeneratorDriver Driver(IEnumerable<AdditionalText> files) => CSharpGeneratorDriver.Create(
        [new RecoupGenerator().AsSourceGenerator()], files, Parse, new CatalogOptions());

    private static byte[] Emit(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        return result.Success ? image.ToArray() : throw new InvalidOperationException(string.Join("\n", result.Diagnostics.Take(5)));
    }

    private static void Check(IEnumerable<Diagnostic> diagnostics)
    {
        if (diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
            throw new InvalidOperationException(error.ToString());
    }

    private static void Describe(byte[] image)
    {
        using var pe = new PEReader(new MemoryStream(image));
        var metadata = pe.GetMetadataReader();
        Row("metadata, KB", pe.PEHeaders.MetadataSize / 1024.0, "N1");
        foreach (var heap in (HeapIndex[])[HeapIndex.String, HeapIndex.UserString, HeapIndex.Blob])
            Row($"heap {heap}, KB", metadata.GetHeapSize(heap) / 1024.0, "N1");
        Row("tables, KB", Enum.GetValues<TableIndex>().Where(IsTable).Sum(table => (double)Size(metadata, table)) / 1024, "N1");
        Row("bodies, KB", metadata.MethodDefinitions.Sum(method => BodySize(pe, metadata.GetMethodDefinition(method))) / 1024.0, "N1");
        foreach (var table in Enum.GetValues<TableIndex>().Where(IsTable).OrderByDescending(table => Size(metadata, table)).Take(10))
            Row($"table {table}: {metadata.GetTableRowCount(table):N0} rows, KB", Size(metadata, table) / 1024.0, "N1");
    }

    private static bool IsTable(TableIndex table) => table <= TableIndex.GenericParamConstraint;

    private static int Size(MetadataReader metadata, TableIndex table) =>
        metadata.GetTableRowCount(table) * metadata.GetTableRowSize(table);

    private static int BodySize(PEReader pe, MethodDefinition method) => method.RelativeVirtualAddress == 0
        ? 0
        : pe.GetMethodBody(method.RelativeVirtualAddress).Size;

    private static CatalogFileText[] Copies(string catalog, int copies)
    {
        if (copies == 1)
            return [new CatalogFileText("catalog.json", catalog)];
        using var document = JsonDocument.Parse(catalog);
        var actions = document.RootElement.GetProperty("actions").EnumerateArray().ToArray();
        return [.. Enumerable.Range(0, copies).Select(copy => new CatalogFileText($"catalog{copy}.json", new JsonObject
        {
            ["success"] = true,
            ["actions"] = new JsonArray([.. actions.Select(action => Renamed(action, copy))]),
        }.ToJsonString()))];
    }

    private static JsonNode Renamed(JsonElement action, int copy)
    {
        var renamed = JsonObject.Create(action)!;
        var slug = action.GetProperty("slug").GetString()!;
        var connector = action.GetProperty("connectorSlug").GetString()!;
        renamed["slug"] = string.Create(CultureInfo.InvariantCulture, $"COPY{copy}X{slug}");
        renamed["connectorSlug"] = string.Create(CultureInfo.InvariantCulture, $"copy{copy}x{connector}");
        return renamed.DeepClone();
    }

    private static void Row(string what, double value, string format) =>
        Console.WriteLine($"| {what} | {value.ToString(format, CultureInfo.InvariantCulture)} |");
}
