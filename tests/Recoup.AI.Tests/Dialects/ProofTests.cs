using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.AI.Dialects;
using Recoup.Catalogs;
using Recoup.Contracts;
using Recoup.Schemas;

namespace Recoup.AI.Tests.Dialects;

/// <summary>What a model may send after a schema was bent is what the action takes, or it is listed.</summary>
public sealed class ProofTests
{
    private static readonly JsonSchemaOptions Options = new() { HonorNullable = true };
    private static readonly SchemaDiffOptions ObjectsOnly = new() { ObjectsOnly = true };

    public static TheoryData<string, Dialect> Rows => RealCatalogs.AndDialects;

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_projection_is_proved_or_its_losses_are_listed(string catalog, Dialect dialect)
    {
        var silent = new List<string>();
        var (proved, listed) = (0, 0);
        foreach (var (action, projection) in RealCatalogs.Project(catalog, dialect))
        {
            var result = SchemaDiff.Compare(
                projection.RestoredSchema(), action.Parameters, ObjectsOnly, TestContext.Current.CancellationToken);
            if (result.Verdict < Verdict.Unproven)
                proved++;
            else if (projection.Losses.Count > 0 && projection.Description != action.Description)
                listed++;
            else
            {
                var edits = result.Edits.Where(edit => edit.Verdict >= Verdict.Unproven).Select(edit => edit.Message);
                silent.Add($"{action.Slug}: {string.Join("; ", edits)}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{proved} proved, {listed} listed"));
        silent.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_parameter_stays_reachable_and_every_optional_one_can_be_left_out(string catalog, Dialect dialect)
    {
        var problems = new List<string>();
        foreach (var (action, projection) in RealCatalogs.Project(catalog, dialect))
        {
            var wire = JsonSchema.Parse(projection.Schema, Options);
            if (wire.CreateSample(new SampleOptions { Properties = SampleProperties.All }) is not { } full)
            {
                problems.Add($"{action.Slug}: no sample");
                continue;
            }

            var required = Required(action);
            projection.TryRestore(full, out var parameters, out _).ShouldBeTrue();
            foreach (var name in Names(action).Where(name => !Reaches(projection, wire, full, parameters, name)))
                problems.Add($"{action.Slug}: {name} cannot be reached");
            foreach (var name in Names(action).Except(required).Where(name => !CanBeLeftOut(projection, wire, full, name)))
                problems.Add($"{action.Slug}: {name} cannot be left out");
        }

        problems.Take(20).ShouldBeEmpty();
    }

    private static IEnumerable<string> Names(CatalogAction action) =>
        action.Parameters.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().Select(property => property.Name)
            : [];

    private static HashSet<string> Required(CatalogAction action) => action.Parameters.TryGetProperty("required", out var required)
        ? [.. required.EnumerateArray().Select(name => name.GetString()!)]
        : [];

    // A sample may choose null, which stands for an absent property in strict mode.
    private static bool Reaches(ToolProjection projection, JsonSchema wire, JsonElement full, JsonElement parameters, string name)
    {
        if (parameters.TryGetProperty(name, out _))
            return true;
        for (var seed = 1; seed < 12; seed++)
        {
            if (wire.CreateSample(new SampleOptions { Seed = seed, Properties = SampleProperties.All }) is { } other
                && projection.TryRestore(other, out parameters, out _) && parameters.TryGetProperty(name, out _))
            {
                return true;
            }
        }

        return full.ValueKind == JsonValueKind.Undefined;
    }

    private static bool CanBeLeftOut(ToolProjection projection, JsonSchema wire, JsonElement full, string name)
    {
        var key = projection.Row.Keys is { } limit ? ToolNames.Fit(name, limit) : name;
        var without = JsonObject.Create(full)!;
        if (projection.Row.NeedsClosedObjects)
            without[key] = null;
        else
            without.Remove(key);
        using var document = JsonDocument.Parse(without.ToJsonString());
        return wire.IsValid(document.RootElement)
            && projection.TryRestore(document.RootElement, out var parameters, out _)
            && !parameters.TryGetProperty(name, out _);
    }
}
