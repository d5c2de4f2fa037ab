namespace Recoup.Contracts.Findings.Rules;

/// <summary>The rules about a live API.</summary>
internal static class LiveRules
{
    public static readonly Rule Divergence = new(
        "live-divergence", RuleLevel.Live, "The server does not do what the contract says", Effect.Depends);

    public static readonly Rule Healed = new("live-healed", RuleLevel.Live, "A known divergence is fixed", Effect.Depends);

    public static readonly Rule PartlyHealed = new(
        "live-partly-healed", RuleLevel.Live, "A known divergence is fixed in some responses", Effect.Depends);

    public static readonly Rule Unknown = new("live-unknown", RuleLevel.Live, "The server shows an unknown behavior", Effect.Depends);

    public static readonly Rule Body = new(
        "live-body", RuleLevel.Live, "A response breaks its documented schema or a rule for its content", Effect.Depends);

    public static readonly Rule Connector = new("live-connector", RuleLevel.Live, "A connector is no longer listed", Effect.Depends);

    public static IReadOnlyList<Rule> All { get; } = [Divergence, Healed, PartlyHealed, Unknown, Body, Connector];
}
