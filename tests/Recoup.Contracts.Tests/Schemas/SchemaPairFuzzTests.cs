using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Recoup.Schemas;

namespace Recoup.Contracts.Tests.Schemas;

/// <summary>
/// Random pairs of composed schemas. An independent validator confirms each counterexample and that an edit alone causes it, and no sampled
/// instance contradicts "compatible (proved)". <c>RECOUP_FUZZ_PAIRS</c> and <c>RECOUP_FUZZ_SEED</c> set the number of pairs and the seed.
/// </summary>
public sealed class SchemaPairFuzzTests
{
    private const int Samples = 200;
    private const int MostReports = 12;

    [Fact]
    public void No_verdict_is_contradicted()
    {
        var (count, seed) = (Setting("RECOUP_FUZZ_PAIRS", 200), Setting("RECOUP_FUZZ_SEED", 2026));
        var (confirmed, compatible, unproven, wrong) = (0, 0, 0, new List<string>());
        for (var i = 0; i < count && wrong.Count < MostReports; i++)
        {
            var pair = SchemaPairGenerator.All.Sample(1, new Rnd(((ulong)seed << 32) | (uint)i, 2027), 30).First();
            try
            {
                Check(pair);
            }
            catch (Exception e) when (e is not Xunit.Sdk.IAssertionException)
            {
                wrong.Add($"pair {i}: {e.GetType().Name}: {e.Message}\n{pair}");
            }
        }

        wrong.ShouldBeEmpty(string.Join("\n\n", wrong));
        confirmed.ShouldBeGreaterThan(count / 3);
        compatible.ShouldBeGreaterThan(count / 10);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} pairs of seed {seed}: {confirmed} counterexamples confirmed, "
                + $"{compatible} pairs compatible, {unproven} findings unproven"));

        void Check(SchemaEdits pair)
        {
            // As results read backwards: parameters are objects, whatever their schema says.
            var findings = Diff.OfSchemas(pair.After, pair.Before, Direction.Results);
            unproven += findings.Count(finding => finding.Verdict == Verdict.Unproven);
            foreach (var (finding, witness) in findings.Where(finding => finding.Witness is not null)
                .Select(finding => (finding, finding.Witness!)))
            {
                using var instance = JsonDocument.Parse(witness.Json);
                var value = instance.RootElement;
                if (IndependentJudge.IsValid(pair.Before, value) == false || IndependentJudge.IsValid(pair.After, value) == true)
                    wrong.Add($"{finding.Message}: {witness.Json} is no counterexample\n{pair}");
                else if (finding.Rule.Keyword is { Length: > 0 }
                    && pair.Alone.All(alone => IndependentJudge.IsValid(alone, value) == true))
                    wrong.Add($"{finding.Message}: {witness.Json} shows no edit alone\n{pair}");
                else
                    confirmed++;
            }

            if (findings.Any(finding => finding.Verdict >= Verdict.Unproven))
                return;
            compatible++;
            var (before, after) = (JsonSchema.Parse(pair.Before), JsonSchema.Parse(pair.After));
            foreach (var number in Enumerable.Range(0, Samples))
            {
                if (before.CreateSample(new SampleOptions { Seed = number, Properties = (SampleProperties)(number % 3) }) is { } sample
                    && !after.IsValid(sample))
                    wrong.Add($"compatible, but {sample.GetRawText()}\n{pair}");
            }
        }
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
