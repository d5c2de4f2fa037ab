using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Recoup.Generators;

namespace Recoup.Benchmarks.Generators;

/// <summary>
/// The generator in the compiler's driver against its limit: parsing the same catalog and writing the same text. As a table in Markdown,
/// in processor time of the process.
/// </summary>
internal static class GeneratorTable
{
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("App", [CSharpSyntaxTree.ParseText("class Program { }")]);

    public static int Run(string? path)
    {
        var catalog = File.ReadAllText(CatalogFile.Find(path));
        var utf8 = Encoding.UTF8.GetBytes(catalog);
        CatalogFileText[] one = [new("catalog.json", catalog)];

        GeneratorDriver driver = Driver(one);
        var cold = ProcessorTime.Of(() => driver = driver.RunGenerators(Empty));
        var sources = driver.GetRunResult().Results.Single().GeneratedSources.Select(source => source.SourceText.ToString()).ToArray();
        var lines = sources.Select(source => source.Split('\n')).ToArray();

        void Limit()
        {
            using var document = JsonDocument.Parse(utf8);
            Write(lines);
        }

        // In turns, so that all three meet the same machine; the best round of each counts. The driver parses what was generated only when
        // the compiler asks for it. A new text in each round, because the generator remembers what it has read from one.
        var (limit, parsed, warm) = (double.MaxValue, double.MaxValue, double.MaxValue);
        for (var round = 0; round < 20; round++)
        {
            limit = Math.Min(limit, ProcessorTime.Of(1, Limit).Best);
            parsed = Math.Min(parsed, ProcessorTime.Of(1, () => Array.ForEach(sources, source => CSharpSyntaxTree.ParseText(source))).Best);
            warm = Math.Min(warm, ProcessorTime.Of(1, () => Driver(Fresh(one)).RunGenerators(Empty)).Best);
        }

        var actions = JsonDocument.Parse(utf8).RootElement.GetProperty("actions").GetArrayLength();

        Console.WriteLine($"{actions} actions, {sources.Sum(source => source.Length):N0} characters generated, .NET {Environment.Version}");
        Console.WriteLine();
        Console.WriteLine("| what | ms | against the limit |");
        Console.WriteLine("|---|--:|--:|");
        Row("the limit: parse the catalog, write the same text, warm", limit, 1);
        Row("the compiler's parse of the generated text, warm", parsed, parsed / limit);
        Row("generation in the driver, warm", warm, warm / limit);
        Row("generation in the driver, first in the process", cold, cold / limit);
        Console.WriteLine();
        Console.WriteLine("| actions, 100 a file | generation, ms | µs an action | edit of one action, ms, best | median |");
        Console.WriteLine("|--:|--:|--:|--:|--:|");
        foreach (var size in (int[])[100, 1_000, 10_000])
            Series(catalog, size);
        return 0;
    }

    private static void Series(string catalog, int size)
    {
        var files = CatalogSeries.Of(catalog, size);
        var times = size > 1_000 ? 3 : 10;
        var whole = ProcessorTime.Of(times, () => Driver(Fresh(files)).RunGenerators(Empty)).Best;

        GeneratorDriver driver = Driver(files).RunGenerators(Empty);
        var file = files[^1];
        var round = 0;
        var (best, median) = ProcessorTime.Of(30, () =>
        {
            var at = file.Json.IndexOf("\"description\":\"", StringComparison.Ordinal) + "\"description\":\"".Length;
            var edited = new CatalogFileText(file.Path, file.Json.Insert(at, FormattableString.Invariant($"Edit {round++}. ")));
            driver = driver.ReplaceAdditionalText(file, edited).RunGenerators(Empty);
            file = edited;
        });
        Console.WriteLine(FormattableString.Invariant($"| {size:N0} | {whole:N0} | {whole * 1000 / size:N0} | {best:N1} | {median:N1} |"));
    }

    private static CatalogFileText[] Fresh(IEnumerable<CatalogFileText> files) =>
        [.. files.Select(file => new CatalogFileText(file.Path, file.Json))];

    private static CSharpGeneratorDriver Driver(IEnumerable<AdditionalText> files) => CSharpGeneratorDriver.Create(
        [new RecoupGenerator().AsSourceGenerator()], files, CSharpParseOptions.Default.WithDocumentationMode(DocumentationMode.Parse),
         new CatalogOptions());

    private static int Write(string[][] sources)
    {
        var length = 0;
        foreach (var lines in sources)
        {
            var text = new StringBuilder();
            foreach (var line in lines)
                text.Append(line).Append('\n');
            length += Encoding.UTF8.GetBytes(text.ToString()).Length;
        }

        return length;
    }

    private static void Row(string what, double milliseconds, double ratio) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {milliseconds:N1} | {ratio:N1} x |"));
}
