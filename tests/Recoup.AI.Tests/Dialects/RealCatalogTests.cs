using System.Globalization;
using Recoup.AI.Dialects;
using Recoup.Schemas;

namespace Recoup.AI.Tests.Dialects;

/// <summary>All real catalogs in all dialects.</summary>
public sealed class RealCatalogTests
{
    // RECOUP_SAMPLES=25 gives more than 100,000 arguments.
    private static readonly int Seeds =
        int.TryParse(Environment.GetEnvironmentVariable("RECOUP_SAMPLES"), CultureInfo.InvariantCulture, out var seeds) ? seeds : 1;

    private static readonly JsonSchemaOptions Options = new() { HonorNullable = true };

    public static TheoryData<string, Dialect> Rows => RealCatalogs.AndDialects;

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_schema_follows_the_rules_of_the_dialect(string catalog, Dialect dialect)
    {
        var violations =
            from tool in RealCatalogs.Project(catalog, dialect)
            from violation in DialectChecker.Check(tool.Projection.Name, tool.Projection.Schema, tool.Projection.Row)
            select $"{tool.Action.Slug}{violation.Pointer}: {violation.Rule.Id} {violation.Found}";

        violations.Take(20).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Names_are_unique(string catalog, Dialect dialect) =>
        RealCatalogs.Project(catalog, dialect).Select(tool => tool.Projection.Name).ShouldBeUnique();

    [Theory]
    [MemberData(nameof(Rows))]
    public void Sampled_arguments_come_back_as_parameters_that_the_action_accepts(string catalog, Dialect dialect)
    {
        var problems = new List<string>();
        foreach (var (action, projection) in RealCatalogs.Project(catalog, dialect))
        {
            var wire = JsonSchema.Parse(projection.Schema, Options);
            var restored = JsonSchema.Parse(projection.RestoredSchema(), Options);
            JsonSchema.TryParse(action.Parameters, Options, out var own, out _);
            for (var seed = 0; seed < Seeds; seed++)
            {
                if (wire.CreateSample(new SampleOptions { Seed = seed }) is not { } sample)
                    continue;
                if (!projection.TryRestore(sample, out var parameters, out var problem))
                    problems.Add($"{action.Slug}: {problem}");
                else if (!restored.IsValid(parameters))
                    problems.Add($"{action.Slug}: {sample} came back as {parameters}: {restored.Validate(parameters).Violations[0]}");
                else if (projection.Losses.Count == 0 && own?.IsValid(parameters) == false)
                    problems.Add($"{action.Slug}: {parameters} is refused: {own.Validate(parameters).Violations[0]}");
            }
        }

        problems.Take(20).ShouldBeEmpty();
    }
}
