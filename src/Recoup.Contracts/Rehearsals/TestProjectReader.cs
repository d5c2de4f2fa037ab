using System.Text.Json;

namespace Recoup.Contracts.Rehearsals;

/// <summary>Builds a test project, and asks the build where its assembly is and how it is run.</summary>
internal static class TestProjectReader
{
    private static readonly string[] Extensions = [".csproj", ".fsproj", ".vbproj"];

    /// <summary>Finds the project file.</summary>
    /// <exception cref="ContractException">There is no such project, or a folder has none or several.</exception>
    public static string Find(string project)
    {
        if (File.Exists(project))
            return project;
        if (!Directory.Exists(project))
            throw new ContractException(
                $"There is no project '{project}': looked for {Path.GetFullPath(project)}. "
                    + "Give a project file or its folder with --project.");
        string[] files =
        [
            .. Directory.GetFiles(project)
                .Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)),
        ];
        return files is [var file] ? file : throw new ContractException(FormattableString.Invariant(
            $"The folder '{project}' has {files.Length} project files: expected one. Name the file with --project."));
    }

    /// <summary>Builds a project if the options say so, and reads it.</summary>
    /// <exception cref="ContractException">The project cannot be built or read, or has no tests.</exception>
    public static async Task<TestProject> ReadAsync(
        string path, RehearsalOptions options, CancellationToken cancellation)
    {
        if (options.Builds)
        {
            options.Progress($"Building {path}");
            await RunAsync(["build", path, "--nologo", "-v", "quiet", .. Properties(options)], "built", path, options, cancellation)
                .ConfigureAwait(false);
        }

        options.Progress($"Reading {path}");
        var names = string.Join(',', Names);
        var output = await RunAsync(
            ["msbuild", path, "-nologo", $"-getProperty:{names}", .. Properties(options)], "read", path, options, cancellation)
            .ConfigureAwait(false);
        return Create(path, output);
    }

    private const string TargetPath = nameof(TargetPath);
    private const string TargetFramework = nameof(TargetFramework);
    private const string TargetFrameworks = nameof(TargetFrameworks);
    private const string IsTestProject = nameof(IsTestProject);
    private const string IsTestingPlatformApplication = nameof(IsTestingPlatformApplication);
    private const string UseMicrosoftTestingPlatformRunner = nameof(UseMicrosoftTestingPlatformRunner);
    private const string RunSettingsFilePath = nameof(RunSettingsFilePath);

    private static readonly string[] Names =
    [
        TargetPath, TargetFramework, TargetFrameworks, IsTestProject, IsTestingPlatformApplication, UseMicrosoftTestingPlatformRunner,
        RunSettingsFilePath,
    ];

    private static TestProject Create(string path, string output)
    {
        var values = ValuesOf(path, output);
        var assembly = values[TargetPath];
        if (values[TargetFramework].Length == 0 && values[TargetFrameworks].Length > 0)
            throw new ContractException($"{path} has several target frameworks: {values[TargetFrameworks]}. Select one with --framework.");
        if (!File.Exists(assembly))
            throw new ContractException(
                $"{path} is not built: expected {assembly}. Leave out --no-build, or build the same configuration.");
        var project = new TestProject(path, assembly)
        {
            IsTestingPlatform = IsTrue(values[IsTestingPlatformApplication]),
            HasTestingPlatformCommandLine = IsTrue(values[UseMicrosoftTestingPlatformRunner]),
            HasTests = IsTrue(values[IsTestProject]),
            RunSettings = values[RunSettingsFilePath] is { Length: > 0 } settings ? settings : null,
        };
        return project.HasTests || project.IsTestingPlatform
            ? project
            : throw new ContractException(
                $"{path} is not a test project: expected IsTestProject or IsTestingPlatformApplication to be true. Give a test project.");
    }

    private static Dictionary<string, string> ValuesOf(string path, string output)
    {
        try
        {
            using var json = JsonDocument.Parse(output);
            var properties = json.RootElement.GetProperty("Properties");
            return Names.ToDictionary(name => name, name => properties.GetProperty(name).GetString()!.Trim(), StringComparer.Ordinal);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ContractException($"{path} cannot be read: expected the properties of the project as JSON, got\n{output}", e);
        }
    }

    private static async Task<string> RunAsync(
        IReadOnlyList<string> arguments, string verb, string path, RehearsalOptions options, CancellationToken cancellation)
    {
        var process = new ChildProcess();
        return await process.RunDotNetAsync(arguments, options.Timeout, cancellation).ConfigureAwait(false) switch
        {
            0 => process.Output,
            null => throw new ContractException(FormattableString.Invariant(
                $"{path} was not {verb} within {options.Timeout.TotalSeconds} s. Give more time with --run-timeout.")),
            { } code => throw new ContractException(
                FormattableString.Invariant($"{path} cannot be {verb}: exit code {code}. The last lines are:\n{process.LastLines}")),
        };
    }

    private static IEnumerable<string> Properties(RehearsalOptions options)
    {
        yield return $"-p:Configuration={options.Configuration}";
        if (options.Framework is { } framework)
            yield return $"-p:TargetFramework={framework}";
    }

    private static bool IsTrue(string value) => value.Equals("true", StringComparison.OrdinalIgnoreCase);
}
