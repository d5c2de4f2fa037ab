namespace Recoup.Contracts.Findings.Rules;

/// <summary>The rules about a catalog as a list of actions.</summary>
internal static class CatalogRules
{
    public static readonly Rule Action = new("catalog-action", RuleLevel.Catalog, "An action of a connector appears or is gone", Effect.Widens);

    public static readonly Rule Connector = new("catalog-connector", RuleLevel.Catalog, "A whole connector appears or is gone", Effect.Widens);

    public static readonly Rule Connection = new("catalog-connection", RuleLevel.Catalog, "An action is connected or is not any more", Effect.Widens);

    public static readonly Rule Description = new("catalog-description", RuleLevel.Catalog, "What agents read about an action says something else", Effect.None);

    public static readonly Rule Name = new("catalog-name", RuleLevel.Catalog, "The name for people says something else", Effect.None);

    public static readonly Rule ConnectorSlug = new("catalog-connector-slug", RuleLevel.Catalog, "An action belongs to another connector", Effect.Depends);

    public static readonly Rule Dialect = new("catalog-dialect", RuleLevel.Catalog, "The server writes its schemas in another way", Effect.None);

    public static readonly Rule ResultSchema = new("catalog-result-schema", RuleLevel.Catalog, "The schema of an action's result appears or is gone", Effect.None);

    public static IReadOnlyList<Rule> All { get; } = [Action, Connector, Connection, Description, Name, ConnectorSlug, Dialect, ResultSchema];
}
