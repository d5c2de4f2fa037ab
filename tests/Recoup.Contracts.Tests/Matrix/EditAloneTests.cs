using System.Text.Json.Nodes;
using Recoup.Schemas;

namespace Recoup.Contracts.Tests.Matrix;

/// <summary>
/// The edit that a breaking finding names, applied alone to the accepting document, is what its witness shows. The edit is read from the
/// report: the value of a keyword at one location is replaced by the value at the other location.
/// </summary>
public sealed class EditAloneTests
{
    private static readonly JsonSchemaOptions AsCatalogsMean = new() { HonorNullable = true };

    [Theory]
    [InlineData(Direction.Parameters)]
    [InlineData(Direction.Results)]
    public void The_witness_is_rejected_if_only_the_named_keyword_changes(Direction direction)
    {
        var rows = MatrixTable.Rows.Where(row => row.Placement == "value").ToList();
        var checkedCount = 0;
        var wrong = new List<string>();
        foreach (var row in rows)
        {
            foreach (var finding in MatrixTable.Of(row, direction).Where(finding => finding.Witness is not null))
            {
                if (Alone(row, finding, direction) is not { } schema)
                    continue;
                checkedCount++;
                if (JsonSchema.Parse(schema, AsCatalogsMean).IsValid(finding.Witness!.Instance))
                    wrong.Add($"{row}: {finding.Message}: {finding.Witness.Json}\n  {schema}");
            }
        }

        wrong.ShouldBeEmpty();
        checkedCount.ShouldBeGreaterThan(60);
    }

    /// <summary>The accepting schema with the named keyword of the other one; null if the keyword is not in both.</summary>
    private static string? Alone(MatrixRow row, Finding finding, Direction direction)
    {
        var (accepting, rejecting) = direction == Direction.Parameters ? (row.Old, row.New) : (row.New, row.Old);
        var (at, from) = direction == Direction.Parameters
            ? (finding.BeforeLocation, finding.AfterLocation)
            : (finding.AfterLocation, finding.BeforeLocation);
        if (at is null || from is null || at.Pointer.Split('/')[^1] != finding.Rule.Keyword || IsPartOfEdit(finding.Rule.Keyword,
            at.Pointer, accepting)
            || from.Pointer.Split('/')[^1] != finding.Rule.Keyword || IsPartOfEdit(finding.Rule.Keyword, from.Pointer, rejecting))
            return null;
        var schema = JsonNode.Parse(accepting)!;
        var steps = Steps(at.Pointer);
        var parent = Find(schema, steps[..^1]);
        var other = Find(JsonNode.Parse(rejecting)!, Steps(from.Pointer))!;

        // A keyword that is written alike differs in meaning only because of another one: null in enum, without null in type.
        if (JsonNode.DeepEquals(parent![steps[^1]], other))
            return null;
        parent[steps[^1]] = other.DeepClone();
        return schema.ToJsonString();
    }

    /// <summary>Whether the edit is about more than one keyword: about a list that the branches of a union or of allOf make.</summary>
    private static bool IsPartOfEdit(string keyword, string pointer, string schema) => keyword switch
    {
        "required" or "contains" => true,
        "type" or "enum" or "const" =>
            pointer.Contains("Of/", StringComparison.Ordinal) || schema.Contains("nullable", StringComparison.Ordinal),
        "dependentRequired" => pointer.Contains("allOf/", StringComparison.Ordinal),
        _ => false,
    };

    // Pointers start at the document: /actions/7/parameters/properties/v.
    private static string[] Steps(string pointer) =>
        [.. pointer.Split('/').Skip(4).Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~",
            StringComparison.Ordinal))];

    private static JsonNode? Find(JsonNode root, IEnumerable<string> steps) => steps.Aggregate((JsonNode?)root, (node, step) => node switch
    {
        JsonArray list => list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)],
        _ => node?[step],
    });
}
