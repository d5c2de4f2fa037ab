namespace Recoup.Contracts.Rehearsals;

/// <summary>A test project as the build sees it.</summary>
/// <param name="Path">The project file.</param>
/// <param name="Assembly">The test assembly.</param>
internal sealed record TestProject(string Path, string Assembly)
{
    /// <summary>Whether the assembly is a program of Microsoft.Testing.Platform.</summary>
    public bool IsTestingPlatform { get; init; }

    /// <summary>Whether a program of xunit.v3 has the command line of Microsoft.Testing.Platform in place of its own.</summary>
    public bool HasTestingPlatformCommandLine { get; init; }

    /// <summary>Whether the project says that it has tests.</summary>
    public bool HasTests { get; init; }

    /// <summary>The settings of VSTest that the project names, or null.</summary>
    public string? RunSettings { get; init; }

    /// <summary>Whether a file is next to the test assembly.</summary>
    public bool Has(string file) => File.Exists(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Assembly)!, file));
}
