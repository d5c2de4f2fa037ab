using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis.CSharp;

namespace Recoup.Generators.Tests.Fuzzing;

/// <summary>
/// Hostile OpenAPI documents in batches. Each document must pass these checks: The generator does not throw. Its class compiles together
/// with those of the batch without errors and warnings. Each operation of the document is a method of the class, or a diagnostic at its
/// place says that it is left out. The same applies to the parameters, the body and the response of the operation. A naive walk over the
/// document finds them. <c>RECOUP_FUZZ_DOCUMENTS</c> and <c>RECOUP_FUZZ_SEED</c> set the number of documents and the seed. A finding prints
/// the smallest document that causes it.
/// </summary>
public sealed class SpecFuzzTests
{
    private const int BatchSize = 50;
    private const int MostReports = 12;

    [Fact]
    public void No_document_makes_the_generator_throw_emit_invalid_code_or_lose_an_operation_silently()
    {
        var count = Shrinking.Setting("RECOUP_FUZZ_DOCUMENTS", 100);
        var seed = Shrinking.Setting("RECOUP_FUZZ_SEED", 2026);
        var (methods, named) = (0, 0);
        var reports = new Dictionary<string, string>();
        for (var done = 0; done < count; done += BatchSize)
        {
            var number = done / BatchSize;
            var language = number % 2 == 0 ? LanguageVersion.CSharp12 : LanguageVersion.Preview;
            var documents = HostileDocuments.All.Sample(Math.Min(BatchSize, count - done), new Rnd(((ulong)seed << 32) | (uint)number), 30)
                .Select((json, index) => new FuzzedDocument(done + index, json, language))
                .ToArray();
            foreach (var (document, what) in FuzzedDocument.Findings(documents))
            {
                if (reports.Count == MostReports || reports.ContainsKey(Shrinking.Kind(what)))
                    continue;
                reports.Add(Shrinking.Kind(what), Report(document, what, language, seed));
                TestContext.Current.SendDiagnosticMessage(reports[Shrinking.Kind(what)]);
            }

            (methods, named) = (methods + documents.Sum(document => document.Methods), named + documents.Sum(document => document.Named));
            if (number % 20 == 19)
            {
                TestContext.Current.SendDiagnosticMessage(
                    $"{done + BatchSize} documents of seed {seed}: {methods} methods, {named} operations or parts only named");
            }
        }

        reports.Values.ShouldBeEmpty(string.Join("\n\n", reports.Values));

        // Without methods the fuzzer would find nothing.
        methods.ShouldBeGreaterThan(count / 2);
        named.ShouldBeGreaterThan(count / 10);
        TestContext.Current.TestOutputHelper?.WriteLine($"{count} documents of seed {seed}: {methods} methods, {named} only named");
    }

    private static string Report(FuzzedDocument document, string what, LanguageVersion language, int seed)
    {
        var smallest = Shrinking.Smallest(
            document.Json,
            json => FuzzedDocument.Findings([new FuzzedDocument(0, json, language)]) is [var (_, finding), ..] ? finding : null,
            ref what);
        return $"Document {document.Index} of seed {seed} ({language}): {what}\nThe smallest document that shows it:\n{smallest}";
    }
}
