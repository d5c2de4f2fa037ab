namespace Recoup.Catalogs.Problems;

/// <summary>What can be wrong with the description of a result in a file beside the catalog.</summary>
internal static class ResultProblems
{
    /// <summary>The file cannot be read as JSON.</summary>
    public static readonly ProblemDescriptor NotJson = new("RCP0070", ProblemSeverity.Error, "Results file is not JSON",
        "The results file is not JSON: {0}. All of its schemas are ignored");

    /// <summary>A part of the file is something else than its place asks for.</summary>
    public static readonly ProblemDescriptor Unexpected = new("RCP0071", ProblemSeverity.Warning, "Unexpected entry in a results file",
        "Expected {0}; got {1}. This entry is ignored");

    /// <summary>A schema describes the result of an action that no catalog has.</summary>
    public static readonly ProblemDescriptor UnknownAction = new(
        "RCP0072", ProblemSeverity.Warning, "Result of an unknown action",
        "No catalog has an action '{0}'.{1} The schema of its result has no effect");

    /// <summary>A schema cannot be compiled.</summary>
    public static readonly ProblemDescriptor Invalid = new("RCP0073", ProblemSeverity.Warning, "Result schema is invalid",
        "Action {0}: the schema of the result cannot be compiled: {1}. Correct it; until then the emulator creates no sample of "
        + "the result");

    /// <summary>Two sources describe the same result differently.</summary>
    public static readonly ProblemDescriptor Disagreement = new("RCP0074", ProblemSeverity.Info, "Descriptions of a result differ",
        "Action {0}: the result is also described {1}, and differently. The schema at this place is used");

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<ProblemDescriptor> All { get; } = [NotJson, Unexpected, UnknownAction, Invalid, Disagreement];
}
