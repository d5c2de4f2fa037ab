namespace Recoup.Contracts.Findings.Rules;

/// <summary>The rules about an OpenAPI document, except its schemas.</summary>
internal static class SpecRules
{
    public static readonly Rule Operation = new("spec-operation", RuleLevel.Spec, "An operation appears or is gone", Effect.Widens);

    public static readonly Rule OperationId = new("spec-operation-id", RuleLevel.Spec, "An operation has another operationId", Effect.None);

    public static readonly Rule Deprecated = new("spec-deprecated", RuleLevel.Spec, "An operation is deprecated or is not any more", Effect.None);

    public static readonly Rule Parameter = new("spec-parameter", RuleLevel.Spec, "A parameter of an operation appears or is gone", Effect.Widens);

    public static readonly Rule ParameterRequired = new("spec-parameter-required", RuleLevel.Spec, "A parameter is required or is not any more", Effect.Narrows);

    public static readonly Rule ParameterStyle = new("spec-parameter-style", RuleLevel.Spec, "A parameter is written in another way", Effect.Depends);

    public static readonly Rule Body = new("spec-body", RuleLevel.Spec, "An operation takes a body, or does not any more", Effect.Depends);

    public static readonly Rule BodyRequired = new("spec-body-required", RuleLevel.Spec, "A body is required or is not any more", Effect.Narrows);

    public static readonly Rule MediaType = new("spec-media-type", RuleLevel.Spec, "A media type is taken or answered, or not any more", Effect.Widens);

    public static readonly Rule Status = new("spec-status", RuleLevel.Spec, "A documented status appears or is gone", Effect.Widens);

    public static readonly Rule Security = new("spec-security", RuleLevel.Spec, "The ways to prove who the caller is have changed", Effect.Depends);

    public static readonly Rule Server = new("spec-server", RuleLevel.Spec, "The address of the API has changed", Effect.None);

    public static readonly Rule Description = new("spec-description", RuleLevel.Spec, "What people and agents read about an operation says something else", Effect.None);

    public static IReadOnlyList<Rule> All { get; } =
    [
        Operation, OperationId, Deprecated, Parameter, ParameterRequired, ParameterStyle, Body, BodyRequired, MediaType, Status, Security, Server, Description,
    ];
}
