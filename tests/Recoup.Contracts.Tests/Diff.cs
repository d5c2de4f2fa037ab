using System.Text;

namespace Recoup.Contracts.Tests;

/// <summary>Comparisons of texts.</summary>
internal static class Diff
{
    public static Report Of(string before, string after, DiffOptions? options = null) =>
        ContractDiff.Compare(Read(before, "old.json"), Read(after, "new.json"), options);

    public static ContractDocument Read(string json, string name) => ContractDocument.Read(Encoding.UTF8.GetBytes(json), name);

    public static string Catalog(params IEnumerable<string> actions) =>
        $"{{\"success\":true,\"actions\":[\n{string.Join(",\n", actions)}\n]}}";

    public static string Action(
        string slug,
        string parameters,
        string? result = null,
        string? description = null,
        bool isConnected = true,
        string? connector = null) =>
        $$"""{"slug":"{{slug}}","name":"{{slug}}","description":"{{description ?? "Does."}}","parameters":{{parameters}}"""
        + (result is null ? "" : ",\"outputParameters\":" + result)
        + $",\"connectorSlug\":\"{connector ?? slug[..slug.IndexOf('_', StringComparison.Ordinal)].ToLowerInvariant()}\","
        + $"\"isConnected\":{(isConnected ? "true" : "false")}}}";

    /// <summary>What changed between two schemas of the parameters of one action.</summary>
    public static IReadOnlyList<Finding> OfSchemas(string before, string after, Direction direction = Direction.Parameters)
    {
        var (catalogBefore, catalogAfter) = direction == Direction.Parameters
            ? (Action("TEST_ONE", before), Action("TEST_ONE", after))
            : (Action("TEST_ONE", "{}", before), Action("TEST_ONE", "{}", after));
        return Of(Catalog(catalogBefore), Catalog(catalogAfter), new DiffOptions { WireOnly = true }).Findings;
    }
}
