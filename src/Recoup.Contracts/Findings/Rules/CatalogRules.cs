namespace Recoup.Contracts.Findings.Rules;

/// <summary>The rules about a catalog as a list of actions.</summary>
internal static class CatalogRules
{
    public static readonly Rule Action = new("catalog-action", RuleLevel.Catalog, "An action was added or removed", Effect.Widens);

    public static readonly Rule Connector = new(
        "catalog-connector", RuleLevel.Catalog, "A whole connector was added or is missing", Effect.Widens);

    public static readonly Rule Connection = new(
        "catalog-connection", RuleLevel.Catalog, "An action became connected or disconnected", Effect.Widens);

    public static readonly Rule Description = new(
        "catalog-description", RuleLevel.Catalog, "The description of an action changed", Effect.None);

    public static readonly Rule Name = new("catalog-name", RuleLevel.Catalog, "The display name of an action changed", Effect.None);

    public static readonly Rule ConnectorSlug = new(
        "catalog-connector-slug", RuleLevel.Catalog, "An action moved to another connector", Effect.Depends);

    public static readonly Rule Dialect = new(
        "catalog-dialect", RuleLevel.Catalog, "The schema dialect of the server changed", Effect.None);

    public static readonly Rule ResultSchema = new(
        "catalog-result-schema", RuleLevel.Catalog, "The result schema of an action was added or removed", Effect.None);

    public static IReadOnlyList<Rule> All { get; } =
    [
        Action, Connector, Connection, Description, Name, ConnectorSlug, Dialect, ResultSchema
    ];
}
