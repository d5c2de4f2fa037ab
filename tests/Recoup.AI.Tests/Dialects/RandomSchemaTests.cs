using System.Globalization;
using Recoup.AI.Dialects;
using Recoup.Schemas;

namespace Recoup.AI.Tests.Dialects;

/// <summary>What holds for every schema, also for malformed ones.</summary>
public sealed class RandomSchemaTests
{
    private static readonly JsonSchemaOptions Options = new() { HonorNullable = true };

    private static readonly int Count =
        int.TryParse(Environment.GetEnvironmentVariable("RECOUP_FUZZ"), CultureInfo.InvariantCulture, out var count) ? count : 300;

    public static TheoryData<Dialect> Dialects => new(RealCatalogs.Dialects);

    [Theory]
    [MemberData(nameof(Dialects))]
    public void A_projection_follows_the_rules_and_its_arguments_come_back(Dialect dialect)
    {
        for (var seed = 0; seed < Count; seed++)
        {
            var source = RandomSchema.Create(seed);
            var projection = DialectSchemaTests.Projection(dialect.ToString(), source.GetRawText());
            var about = $"seed {seed}: {source.GetRawText()}\n-> {projection.Schema.GetRawText()}";

            DialectChecker.Check(projection.Name, projection.Schema, projection.Row)
                .Select(violation => $"{violation.Pointer} {violation.Rule.Id} {violation.Found}").ShouldBeEmpty(about);
            JsonSchema.TryParse(projection.Schema, Options, out var wire, out var problems)
                .ShouldBeTrue($"{about}\n{(problems.Count > 0 ? problems[0] : null)}");
            JsonSchema.TryParse(projection.RestoredSchema(), Options, out var restored, out problems)
                .ShouldBeTrue($"{projection.RestoredSchema().GetRawText()}\n{(problems.Count > 0 ? problems[0] : null)}");
            JsonSchema.TryParse(source, Options, out var own, out _);

            for (var sampled = 0; sampled < 3; sampled++)
            {
                if (wire!.CreateSample(sampled) is not { } sample)
                    continue;
                projection.TryRestore(sample, out var parameters, out var problem).ShouldBeTrue($"{about}\n{sample}: {problem}");
                restored!.IsValid(parameters)
                    .ShouldBeTrue($"{about}\n{sample} came back as {parameters}, against {projection.RestoredSchema()}");
                if (projection.Losses.Count == 0 && own is not null)
                    own.IsValid(parameters).ShouldBeTrue($"{about}\n{sample} came back as {parameters}, which the action refuses");
            }
        }
    }
}
