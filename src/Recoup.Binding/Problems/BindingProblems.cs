using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Problems;

/// <summary>What was decided, or could not be decided, on the way from a catalog to C#.</summary>
internal static class BindingProblems
{
    /// <summary>A schema has no C# type of its own.</summary>
    public static readonly ProblemDescriptor AnyJson = new("RCP0020", ProblemSeverity.Info, "Schema has no C# type",
        "Action {0}: '{1}' is typed as JsonNode, because {2}");

    /// <summary>Two wire names would have the same C# name.</summary>
    public static readonly ProblemDescriptor NameClash = new("RCP0021", ProblemSeverity.Info, "Names clash",
        "{0}: '{1}' is named '{2}' in C#, because its default name is also that of a sibling");

    /// <summary>A filter of a catalog matches nothing.</summary>
    public static readonly ProblemDescriptor FilterMatchesNothing = new("RCP0022", ProblemSeverity.Warning, "Filter matches nothing",
        "The filter {0}=\"{1}\" matches no action of the catalog. Correct the filter, or store a newer catalog")
    { LeavesCodeOut = true };

    /// <summary>A property of the project has an invalid value.</summary>
    public static readonly ProblemDescriptor BadProperty = new("RCP0023", ProblemSeverity.Warning, "Invalid property value",
        "Expected the property {0} to be {2}; got '{1}'. The default '{3}' is used")
    { LeavesCodeOut = true };

    /// <summary>The project uses a C# that cannot compile the generated code.</summary>
    public static readonly ProblemDescriptor OldLanguage = new("RCP0024", ProblemSeverity.Error, "C# is too old",
        "Expected C# 12 or later for the generated code; the property LangVersion is '{0}'. Remove the property LangVersion, so that the "
        + "project uses the version of its target framework, or set it to 12 or later. Nothing is generated");

    /// <summary>A string is described as a file.</summary>
    public static readonly ProblemDescriptor LikelyFile = new("RCP0025", ProblemSeverity.Info, "Parameter looks like a file",
        "Action {0}: '{1}' is a string, but its description speaks of a file. If the API expects a staged file there, add this line to "
        + "'actions' in recoup.names.json: {2}");

    /// <summary>A schema has a rule that no C# type expresses.</summary>
    public static readonly ProblemDescriptor UncheckedRule = new("RCP0026", ProblemSeverity.Info, "Rule is not checked",
        "Action {0}: '{1}' has a rule that C# does not check: {2}. A call that breaks it compiles");

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<ProblemDescriptor> All { get; } =
        [AnyJson, NameClash, FilterMatchesNothing, BadProperty, OldLanguage, LikelyFile, UncheckedRule];
}
