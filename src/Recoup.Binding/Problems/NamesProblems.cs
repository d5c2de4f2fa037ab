using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Problems;

/// <summary>What can be wrong with a <c>recoup.names.json</c>.</summary>
internal static class NamesProblems
{
    /// <summary>The file cannot be read as JSON.</summary>
    public static readonly ProblemDescriptor NotJson = new("RCP0050", ProblemSeverity.Error, "Names file is not JSON",
        "The names file is not JSON: {0}. None of its names is used");

    /// <summary>A part of the file is something else than its place asks for.</summary>
    public static readonly ProblemDescriptor Unexpected = new("RCP0051", ProblemSeverity.Warning, "Unexpected in a names file",
        "Expected {0}; got {1}. It is passed over");

    /// <summary>A name is given to something that is not there.</summary>
    public static readonly ProblemDescriptor NamesNothing = new("RCP0052", ProblemSeverity.Warning, "Names nothing",
        "{0}.{1} What is said about it has no effect");

    /// <summary>A name that is given cannot be used.</summary>
    public static readonly ProblemDescriptor Unusable = new("RCP0053", ProblemSeverity.Warning, "Name cannot be used",
        "'{0}' cannot be the name of {1}, because {2}; the derived name is used");

    /// <summary>A name that is given was that of something else.</summary>
    public static readonly ProblemDescriptor Displaces = new("RCP0054", ProblemSeverity.Warning, "Name is taken from another",
        "'{0}' is the name of {1} now, so that {2} is called '{3}'. Give it a name of its own, too");

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<ProblemDescriptor> All { get; } = [NotJson, Unexpected, NamesNothing, Unusable, Displaces];
}
