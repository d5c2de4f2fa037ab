using Recoup.Catalogs.Problems;

namespace Recoup.AI.Dialects;

/// <summary>What a provider refuses in the definition of a tool. Each rule has its page under docs/diagnostics.</summary>
internal static class DialectRule
{
    public static readonly ProblemDescriptor Name = new("RCP0080", ProblemSeverity.Warning, "Name that a provider does not accept",
        "{0}: expected a name that {1} accepts, got '{2}'. The tool is named '{3}'");

    public static readonly ProblemDescriptor Root = new("RCP0081", ProblemSeverity.Warning, "Parameters that are no plain object",
        "{0}: {1} accepts an object without '{2}' as parameters. The tool lists all properties of all branches");

    public static readonly ProblemDescriptor Key = new("RCP0082", ProblemSeverity.Warning, "Property that a provider does not accept",
        "{0}: expected a property name that {1} accepts, got '{2}'. The tool names it '{3}'");

    public static readonly ProblemDescriptor Types = new("RCP0083", ProblemSeverity.Info, "Several types in one schema",
        "{0}: {1} accepts one type, got {2}. The tool writes a union");

    public static readonly ProblemDescriptor Object = new("RCP0084", ProblemSeverity.Info, "Object with any properties",
        "{0}: {1} accepts only objects with declared properties. The tool writes {2}");

    public static readonly ProblemDescriptor Keyword = new("RCP0085", ProblemSeverity.Info, "Keyword that a provider does not know",
        "{0}: {1} does not know the keyword '{2}'. The tool says it in the description or leaves it out");

    public static readonly ProblemDescriptor Reference = new("RCP0086", ProblemSeverity.Info, "Reference that a provider does not follow",
        "{0}: {1} does not accept the reference '{2}'. The tool writes the target in its place");

    public static readonly ProblemDescriptor Items = new("RCP0087", ProblemSeverity.Warning, "Array without items",
        "{0}: {1} refuses an array without 'items'. The tool accepts any items");

    public static readonly ProblemDescriptor Enum = new("RCP0088", ProblemSeverity.Warning, "Values that a provider cannot enumerate",
        "{0}: {1} enumerates only non-empty strings, got {2}. The tool writes the values as strings");

    public static readonly ProblemDescriptor Optional = new("RCP0089", ProblemSeverity.Info, "Optional property in strict mode",
        "{0}: {1} requires every property. The tool accepts null, which stands for an absent property");

    public static readonly ProblemDescriptor Invalid = new("RCP0090", ProblemSeverity.Warning, "Schema that is not valid in 2020-12",
        "{0}: expected a schema of JSON Schema 2020-12, got {2}. {1} may refuse the tool; it is corrected or left out");

    public static readonly ProblemDescriptor Size = new("RCP0091", ProblemSeverity.Warning, "Schema that is too large for strict mode",
        "{0}: {1} accepts {2}. The tool is not strict");

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<ProblemDescriptor> All { get; } =
        [Name, Root, Key, Types, Object, Keyword, Reference, Items, Enum, Optional, Invalid, Size];
}
