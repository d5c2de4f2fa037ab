namespace Recoup.Contracts.Findings.Rules;

/// <summary>The rules about the generated C#, and so about programs that call it.</summary>
internal static class SourceRules
{
    public static readonly Rule Method = new("source-method", RuleLevel.Source, "A generated method was removed or renamed", Effect.Widens);

    public static readonly Rule Class = new("source-class", RuleLevel.Source, "The class of a connector was renamed", Effect.Depends);

    public static readonly Rule Parameter = new(
        "source-parameter", RuleLevel.Source, "A parameter of a method was removed or renamed", Effect.Widens);

    public static readonly Rule Required = new("source-required", RuleLevel.Source, "An optional argument became required", Effect.Narrows);

    public static readonly Rule Type = new("source-type", RuleLevel.Source, "A parameter has an incompatible type", Effect.Depends);

    public static readonly Rule Result = new("source-result", RuleLevel.Source, "The result type of a call changed", Effect.Depends);

    public static readonly Rule Declaration = new(
        "source-declaration", RuleLevel.Source, "A generated type or member was removed or changed", Effect.Widens);

    public static readonly Rule Order = new("source-order", RuleLevel.Source, "The order of the parameters changed", Effect.Depends);

    public static IReadOnlyList<Rule> All { get; } = [Method, Class, Parameter, Required, Type, Result, Declaration, Order];
}
