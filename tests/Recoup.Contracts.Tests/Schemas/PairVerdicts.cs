using System.Globalization;
using System.Text.Json;
using Recoup.Schemas;

namespace Recoup.Contracts.Tests.Schemas;

/// <summary>
/// Judges the findings about pairs of schemas. An independent validator confirms each counterexample and that an edit alone causes it, and
/// no sampled instance contradicts "compatible (proved)".
/// </summary>
internal sealed class PairVerdicts
{
    private const int Samples = 200;
    private const int MostReports = 12;

    private readonly List<string> _wrong = [];
    private int _pairs;
    private int _confirmed;
    private int _compatible;
    private int _unproven;

    public bool AreWrong => _wrong.Count >= MostReports;

    /// <summary>Judges the findings about one pair.</summary>
    /// <param name="name">The pair, for messages.</param>
    /// <param name="pair">The schemas. A witness is accepted before and rejected afterward.</param>
    /// <param name="findings">What the comparison reports about them.</param>
    public void Judge(string name, SchemaEdits pair, IReadOnlyList<Finding> findings)
    {
        _pairs++;
        _unproven += findings.Count(finding => finding.Verdict == Verdict.Unproven);
        foreach (var (finding, witness) in findings.Where(finding => finding.Witness is not null)
            .Select(finding => (finding, finding.Witness!)))
        {
            using var instance = JsonDocument.Parse(witness.Json);
            var value = instance.RootElement;
            if (IndependentJudge.IsValid(pair.Before, value) == false || IndependentJudge.IsValid(pair.After, value) == true)
                _wrong.Add($"{name}: {finding.Message}: {witness.Json} is no counterexample\n{pair}");
            else if (finding.Rule.Keyword is { Length: > 0 }
                && pair.Named(finding).All(edited => IndependentJudge.IsValid(edited, value) == true))
                _wrong.Add($"{name}: {finding.Message}: {witness.Json} shows no edit alone\n{pair}");
            else
                _confirmed++;
        }

        if (findings.Any(finding => finding.Verdict >= Verdict.Unproven))
            return;
        _compatible++;
        var (before, after) = (JsonSchema.Parse(pair.Before), JsonSchema.Parse(pair.After));
        foreach (var number in Enumerable.Range(0, Samples))
        {
            if (before.CreateSample(new SampleOptions { Seed = number, Properties = (SampleProperties)(number % 3) }) is { } sample
                && !after.IsValid(sample))
                _wrong.Add($"{name}: compatible, but {sample.GetRawText()}\n{pair}");
        }
    }

    public void Failed(string name, object pair, Exception e) => _wrong.Add($"{name}: {e.GetType().Name}: {e.Message}\n{pair}");

    public void ShouldBeRight()
    {
        _wrong.ShouldBeEmpty(string.Join("\n\n", _wrong));
        _confirmed.ShouldBeGreaterThan(_pairs / 3);
        _compatible.ShouldBeGreaterThan(_pairs / 10);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{_pairs} pairs: {_confirmed} counterexamples confirmed, {_compatible} pairs compatible, {_unproven} findings unproven");
}
