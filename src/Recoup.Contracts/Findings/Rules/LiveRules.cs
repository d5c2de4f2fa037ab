namespace Recoup.Contracts.Findings.Rules;

/// <summary>The rules about a live API.</summary>
internal static class LiveRules
{
    public static readonly Rule Divergence = new("live-divergence", RuleLevel.Live, "The server does not do what the contract says", Effect.Depends);

    public static readonly Rule Healed = new("live-healed", RuleLevel.Live, "A known divergence has gone", Effect.Depends);

    public static readonly Rule Unknown = new("live-unknown", RuleLevel.Live, "The server does neither what the contract says nor what it was known to do", Effect.Depends);

    public static readonly Rule Body = new("live-body", RuleLevel.Live, "An answer breaks its documented schema, or a rule of its content", Effect.Depends);

    public static IReadOnlyList<Rule> All { get; } = [Divergence, Healed, Unknown, Body];
}
