using FsCheck.Fluent;
using Recoup.Schemas;

namespace Recoup.Contracts.Tests;

/// <summary>What must hold for any schemas. The schemas are always the same ones: nothing here depends on chance.</summary>
public sealed class PropertyTests
{
    [Fact]
    public void A_schema_compared_with_itself_has_no_changes() =>
        SchemaGenerators.ForAll(SchemaGenerators.Schema(3), 300, schema =>
            Diff.OfSchemas(schema, Respelling.Reorder(schema)).ShouldBeEmpty(schema));

    [Fact]
    public void A_schema_compared_with_an_equivalent_spelling_has_no_changes() =>
        SchemaGenerators.ForAll(SchemaGenerators.Schema(3), 300, schema =>
        {
            var respelled = Respelling.Of(schema);
            Diff.OfSchemas(schema, respelled).ShouldBeEmpty($"{schema}\n{respelled}");
        });

    [Fact]
    public void No_sample_contradicts_a_verdict()
    {
        var pairs = SchemaGenerators.Schema(2).SelectMany(_ => SchemaGenerators.Schema(2), (before, after) => (before, after));
        var proved = 0;
        SchemaGenerators.ForAll(pairs, 200, pair =>
        {
            // As results read backwards: parameters are objects, whatever their schema says.
            var findings = Diff.OfSchemas(pair.after, pair.before, Direction.Results);
            var (before, after) = (JsonSchema.Parse(pair.before), JsonSchema.Parse(pair.after));
            foreach (var witness in findings.Select(finding => finding.Witness).OfType<Witness>())
            {
                before.IsValid(witness.Instance).ShouldBeTrue($"{pair} {witness.Json}");
                after.IsValid(witness.Instance).ShouldBeFalse($"{pair} {witness.Json}");
            }

            if (findings.Any(finding => finding.Verdict >= Verdict.Unproven))
                return;
            proved++;
            foreach (var seed in Enumerable.Range(0, 20))
            {
                if (before.CreateSample(new SampleOptions { Seed = seed, Properties = (SampleProperties)(seed % 3) }) is { } sample)
                    after.IsValid(sample).ShouldBeTrue($"{pair.before}\n{pair.after}\n{sample}");
            }
        });

        proved.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Ten_runs_give_the_same_bytes_in_every_format()
    {
        var first = Run();
        for (var i = 0; i < 9; i++)
            Run().ShouldBe(first);

        static string Run()
        {
            var rows = Matrix.MatrixTable.Rows.Where(row => row.Placement == "value").Take(40).ToList();
            var report = Diff.Of(
                Diff.Catalog(rows.Select(row => Diff.Action(row.Slug, row.Old, row.New))),
                 Diff.Catalog(rows.Select(row => Diff.Action(row.Slug, row.New, row.Old))));
            return string.Concat(ReportWriterTable.Rows.Select(row => Findings.Reports.Sample.Write(row.Name, report)));
        }
    }
}
