namespace Recoup.Contracts.Findings.Rules;

/// <summary>The rules about an OpenAPI document, except its schemas.</summary>
internal static class SpecRules
{
    public static readonly Rule Operation = new("spec-operation", RuleLevel.Spec, "An operation was added or removed", Effect.Widens);

    public static readonly Rule OperationId = new(
        "spec-operation-id", RuleLevel.Spec, "The operationId of an operation changed", Effect.None);

    public static readonly Rule Deprecated = new(
        "spec-deprecated", RuleLevel.Spec, "The deprecation of an operation or a parameter changed", Effect.None);

    public static readonly Rule Parameter = new(
        "spec-parameter", RuleLevel.Spec, "A parameter of an operation was added or removed", Effect.Widens);

    public static readonly Rule ParameterRequired = new(
        "spec-parameter-required", RuleLevel.Spec, "A parameter became required or optional", Effect.Narrows);

    public static readonly Rule ParameterStyle = new(
        "spec-parameter-style", RuleLevel.Spec, "The serialization of a parameter changed", Effect.Depends);

    public static readonly Rule Body = new("spec-body", RuleLevel.Spec, "A request body was added or removed", Effect.Depends);

    public static readonly Rule BodyRequired = new(
        "spec-body-required", RuleLevel.Spec, "A request body became required or optional", Effect.Narrows);

    public static readonly Rule MediaType = new("spec-media-type", RuleLevel.Spec, "A media type was added or removed", Effect.Widens);

    public static readonly Rule Status = new("spec-status", RuleLevel.Spec, "A documented status code was added or removed", Effect.Widens);

    public static readonly Rule ResponseHeader = new(
        "spec-response-header", RuleLevel.Spec, "A header of a response was added, removed or changed", Effect.Depends);

    public static readonly Rule Security = new("spec-security", RuleLevel.Spec, "The security requirements changed", Effect.Depends);

    public static readonly Rule Server = new("spec-server", RuleLevel.Spec, "The address of the API changed", Effect.None);

    public static readonly Rule Callback = new(
        "spec-callback", RuleLevel.Spec, "The callbacks or webhooks changed", Effect.Depends);

    public static readonly Rule Description = new(
        "spec-description", RuleLevel.Spec, "The summary or description of an operation changed", Effect.None);

    public static IReadOnlyList<Rule> All { get; } =
    [
        Operation, OperationId, Deprecated, Parameter, ParameterRequired, ParameterStyle, Body, BodyRequired, MediaType, Status,
        ResponseHeader, Security, Server, Callback, Description,
    ];
}
