using System.Text;

namespace Recoup.Contracts.Tests;

/// <summary>Comparisons of texts.</summary>
internal static class Diff
{
    public static Report Of(string old, string @new, DiffOptions? options = null) =>
        ContractDiff.Compare(Read(old, "old.json"), Read(@new, "new.json"), options);

    public static ContractDocument Read(string json, string name) => ContractDocument.Read(Encoding.UTF8.GetBytes(json), name);

    public static string Catalog(params IEnumerable<string> actions) => $"{{\"success\":true,\"actions\":[\n{string.Join(",\n", actions)}\n]}}";

    public static string Action(string slug, string parameters, string? result = null, string? description = null, bool isConnected = true, string? connector = null) =>
        $$"""{"slug":"{{slug}}","name":"{{slug}}","description":"{{description ?? "Does."}}","parameters":{{parameters}}{{(result is null ? "" : ",\"outputParameters\":" + result)}},"connectorSlug":"{{connector ?? slug[..slug.IndexOf('_', StringComparison.Ordinal)].ToLowerInvariant()}}","isConnected":{{(isConnected ? "true" : "false")}}}""";

    /// <summary>What changed between two schemas of the parameters of one action.</summary>
    public static IReadOnlyList<Finding> OfSchemas(string old, string @new, Direction direction = Direction.Parameters)
    {
        var (before, after) = direction == Direction.Parameters
            ? (Action("TEST_ONE", old), Action("TEST_ONE", @new))
            : (Action("TEST_ONE", "{}", old), Action("TEST_ONE", "{}", @new));
        return Of(Catalog(before), Catalog(after), new DiffOptions { WireOnly = true }).Findings;
    }
}
