namespace Recoup.Catalogs.Problems;

/// <summary>What can be wrong with a <c>recoup.names.json</c>.</summary>
internal static class NamesProblems
{
    /// <summary>The file cannot be read as JSON.</summary>
    public static readonly ProblemDescriptor NotJson = new("RCP0050", ProblemSeverity.Error, "Names file is not JSON",
        "The names file is not JSON: {0}. All of its names are ignored");

    /// <summary>A part of the file is something else than its place asks for.</summary>
    public static readonly ProblemDescriptor Unexpected = new("RCP0051", ProblemSeverity.Warning, "Unexpected entry in a names file",
        "Expected {0}; got {1}. This entry is ignored");

    /// <summary>A name is given to something that is not there.</summary>
    public static readonly ProblemDescriptor NamesNothing = new("RCP0052", ProblemSeverity.Warning, "Entry of a names file has no target",
        "{0}.{1} The entry has no effect");

    /// <summary>A name that is given cannot be used.</summary>
    public static readonly ProblemDescriptor Unusable = new("RCP0053", ProblemSeverity.Warning, "Name cannot be used",
        "'{0}' cannot be the name of {1}, because {2}. The derived name is used; choose another name");

    /// <summary>A name that is given was that of something else.</summary>
    public static readonly ProblemDescriptor Displaces = new("RCP0054", ProblemSeverity.Warning, "Name displaces another name",
        "'{0}' is now the name of {1}; {2} is named '{3}' instead. Choose a free name, or name both");

    /// <summary>Two types that a names file gives one name have different shapes.</summary>
    public static readonly ProblemDescriptor CannotShare = new("RCP0055", ProblemSeverity.Warning, "Types cannot share a name",
        "Expected all types that are named '{0}' to have the shape that {1} gives it; {2} has another one. "
        + "The derived name '{3}' is used there; choose another name");

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<ProblemDescriptor> All { get; } = [NotJson, Unexpected, NamesNothing, Unusable, Displaces, CannotShare];
}
