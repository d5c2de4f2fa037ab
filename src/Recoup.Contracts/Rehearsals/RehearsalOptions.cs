namespace Recoup.Contracts.Rehearsals;

/// <summary>Options of a rehearsal.</summary>
internal sealed record RehearsalOptions
{
    /// <summary>The test project, or a folder with one project file.</summary>
    public required string Project { get; init; }

    /// <summary>The configuration to build and to run.</summary>
    public string Configuration { get; init; } = "Debug";

    /// <summary>The target framework, for a project that has several; null for its only one.</summary>
    public string? Framework { get; init; }

    /// <summary>Whether to build the project first.</summary>
    public bool Builds { get; init; } = true;

    /// <summary>The time limit of a build, and of each run of the tests.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How the catalogs are compared.</summary>
    public DiffOptions Diff { get; init; } = new();

    /// <summary>Called with the current step.</summary>
    public Action<string> Progress { get; init; } = _ => { };

    /// <summary>Called with a line about each file that was replaced during the tests.</summary>
    public Action<string> Announce { get; init; } = _ => { };
}
