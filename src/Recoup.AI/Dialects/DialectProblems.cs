using Recoup.Catalogs.Problems;

namespace Recoup.AI.Dialects;

/// <summary>
/// What a provider refuses in the definition of a tool, and what a tool loses. Each names the action, the provider and what was found. A
/// warning would make the provider refuse the tool, or lets the model send what the action refuses; the tool mends or says it.
/// </summary>
internal static class DialectProblems
{
    public static readonly ProblemDescriptor Name = new("RCP0080", ProblemSeverity.Warning, "Name that a provider does not accept",
        "{0}: expected a name that {1} accepts; '{2}' has other characters or is too long. The tool is named '{3}'");

    public static readonly ProblemDescriptor Root = new("RCP0081", ProblemSeverity.Warning, "Parameters that are no plain object",
        "{0}: for {1} the parameters must be an object without a union; got {2}. The tool lists the properties of all branches");

    public static readonly ProblemDescriptor Key = new("RCP0082", ProblemSeverity.Warning, "Property that a provider does not accept",
        "{0}: expected a property name that {1} accepts; '{2}' has other characters or is too long. The tool names it '{3}'");

    public static readonly ProblemDescriptor Types = new("RCP0083", ProblemSeverity.Warning, "Several types in one schema",
        "{0}: for {1} a schema must have one type; got {2}. The tool writes a union");

    public static readonly ProblemDescriptor Object = new("RCP0084", ProblemSeverity.Warning, "Object with any properties",
        "{0}: for {1} each object must declare its properties; got {2}. The tool writes a list of keys and values, or a text");

    public static readonly ProblemDescriptor Keyword = new("RCP0085", ProblemSeverity.Info, "Keyword that a provider does not know",
        "{0}: {1} does not know {2}. The tool says it in a description, or leaves it out");

    public static readonly ProblemDescriptor Reference = new(
        "RCP0086", ProblemSeverity.Warning, "Reference that a provider does not follow",
        "{0}: {1} does not accept the reference '{2}'. The tool has its target in its place");

    public static readonly ProblemDescriptor Items = new("RCP0087", ProblemSeverity.Warning, "Array without items",
        "{0}: for {1} an array must have 'items'; got {2}. The tool accepts any items");

    public static readonly ProblemDescriptor Enum = new("RCP0088", ProblemSeverity.Warning, "Values that a provider cannot enumerate",
        "{0}: {1} enumerates only non-empty strings; got {2}. The tool writes the values as strings");

    public static readonly ProblemDescriptor Optional = new("RCP0089", ProblemSeverity.Info, "Optional properties in strict mode",
        "{0}: {1} requires every property; {2} optional. In the tool, null stands for an absent property");

    public static readonly ProblemDescriptor Invalid = new("RCP0090", ProblemSeverity.Warning, "Schema that is not valid in 2020-12",
        "{0}: for {1} the schema must be one of JSON Schema 2020-12; got {2}. The tool has it corrected or left out");

    public static readonly ProblemDescriptor Size = new("RCP0091", ProblemSeverity.Warning, "Schema that is too large for strict mode",
        "{0}: {1} accepts {2}. The tool is not strict");

    public static readonly ProblemDescriptor Loss = new("RCP0092", ProblemSeverity.Warning, "Model may send what the action refuses",
        "{0}: the schema for {1} accepts what the action refuses: {2}. The description of the tool says so");

    public static readonly ProblemDescriptor Unproven = new("RCP0093", ProblemSeverity.Warning, "Schema of a tool that is not proved",
        "{0}: it is not proved that the action accepts all that the schema for {1} accepts: {2}");

    public static readonly ProblemDescriptor Tokens = new("RCP0094", ProblemSeverity.Info, "Size of the definitions",
        "The definitions of {0} for {1} have about {2} tokens (bytes/4). The largest: {3}");

    public static readonly ProblemDescriptor Closed = new("RCP0095", ProblemSeverity.Info, "Object that is not closed",
        "{0}: for {1} each object must be closed (additionalProperties: false); {2} open. The tool accepts the declared properties only");
}
