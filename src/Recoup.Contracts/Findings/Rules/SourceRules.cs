namespace Recoup.Contracts.Findings.Rules;

/// <summary>The rules about the generated C#, and so about programs that call it.</summary>
internal static class SourceRules
{
    public static readonly Rule Method = new("source-method", RuleLevel.Source, "A generated method is gone or has another name", Effect.Widens);

    public static readonly Rule Class = new("source-class", RuleLevel.Source, "A connector's class has another name", Effect.Depends);

    public static readonly Rule Parameter = new("source-parameter", RuleLevel.Source, "A parameter of a method is gone or has another name", Effect.Widens);

    public static readonly Rule Required = new("source-required", RuleLevel.Source, "A call must give an argument that it could leave out", Effect.Narrows);

    public static readonly Rule Type = new("source-type", RuleLevel.Source, "A parameter has a type that does not take what it took", Effect.Depends);

    public static readonly Rule Result = new("source-result", RuleLevel.Source, "A call gives a result of another type", Effect.Depends);

    public static readonly Rule Declaration = new("source-declaration", RuleLevel.Source, "A generated type, or a member of it, is gone or another", Effect.Widens);

    public static readonly Rule Order = new("source-order", RuleLevel.Source, "The parameters stand in another order", Effect.Depends);

    public static IReadOnlyList<Rule> All { get; } = [Method, Class, Parameter, Required, Type, Result, Declaration, Order];
}
