using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Recoup.Contracts.Tests.Schemas;

/// <summary>
/// Random pairs of composed schemas, and of documents that contain them. <c>RECOUP_FUZZ_PAIRS</c> and <c>RECOUP_FUZZ_SEED</c> set the
/// number of pairs and the seed.
/// </summary>
public sealed class SchemaPairFuzzTests
{
    // As results read backwards: parameters are objects, whatever their schema says.
    [Fact]
    public void No_verdict_about_schemas_is_contradicted() => Run(
        SchemaPairGenerator.All,
        Setting("RECOUP_FUZZ_PAIRS", 200),
        (name, pair, verdicts) => verdicts.Judge(name, pair, Diff.OfSchemas(pair.After, pair.Before, Direction.Results)));

    [Fact]
    public void No_verdict_about_documents_is_contradicted() => Run(
        DocumentEdits.All,
        Setting("RECOUP_FUZZ_PAIRS", 100) / 2,
        (name, pair, verdicts) =>
        {
            var findings = Diff.Of(pair.Before, pair.After, new DiffOptions { WireOnly = true }).Findings
                .ToLookup(finding => finding.Direction == Direction.Results);
            verdicts.Judge(name, pair.Sent, [.. findings[false]]);
            verdicts.Judge(name, pair.Returned, [.. findings[true]]);
        });

    private static void Run<T>(Gen<T> generator, int count, Action<string, T, PairVerdicts> judge)
        where T : notnull
    {
        var (seed, verdicts) = (Setting("RECOUP_FUZZ_SEED", 2026), new PairVerdicts());
        for (var i = 0; i < count && !verdicts.AreWrong; i++)
        {
            var pair = generator.Sample(1, new Rnd(((ulong)seed << 32) | (uint)i, 2027), 30).First();
            var name = string.Create(CultureInfo.InvariantCulture, $"pair {i} of seed {seed}");
            try
            {
                judge(name, pair, verdicts);
            }
            catch (Exception e) when (e is not Xunit.Sdk.IAssertionException)
            {
                verdicts.Failed(name, pair, e);
            }

            if (i % 500 == 499)
                TestContext.Current.SendDiagnosticMessage($"{name}: {verdicts}");
        }

        verdicts.ShouldBeRight();
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {seed}: {verdicts}");
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
