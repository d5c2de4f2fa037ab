using System.Reflection;

namespace Recoup.Contracts.Rehearsals;

/// <summary>
/// The runners, in the order in which they are asked. Each runs the assembly itself, so nothing is built again, and the runner that
/// global.json selects for <c>dotnet test</c> does not matter.
/// </summary>
internal static class TestRunnerTable
{
    private const string XunitCore = "xunit.v3.core.dll";
    private const string TrxReport = "Microsoft.Testing.Extensions.TrxReport.dll";

    public static IReadOnlyList<TestRunner> Rows { get; } =
    [
        // A program of xunit.v3 writes TRX without an extension, on either of its command lines.
        new("xunit.v3", project => project.Has(XunitCore) && !project.HasTestingPlatformCommandLine, (project, folder, file) =>
            ["exec", project.Assembly, "-noColor", XunitVersion(project) >= 4 ? "-result-trx" : "-trx", Path.Combine(folder, file)]),
        new("xunit.v3 on Microsoft.Testing.Platform", project => project.Has(XunitCore), (project, folder, file) =>
            ["exec", project.Assembly, "--report-xunit-trx", "--report-xunit-trx-filename", file, "--results-directory", folder]),
        new("Microsoft.Testing.Platform", project => project.IsTestingPlatform && project.Has(TrxReport), (project, folder, file) =>
            ["exec", project.Assembly, "--report-trx", "--report-trx-filename", file, "--results-directory", folder]),
        new("VSTest", project => project is { IsTestingPlatform: false, HasTests: true }, (project, folder, file) =>
        [
            "vstest", project.Assembly, $"--logger:trx;LogFileName={file}", $"--ResultsDirectory:{folder}",
            .. project.RunSettings is { } settings ? new[] { $"--Settings:{settings}" } : [],
        ]),
    ];

    /// <summary>Finds the runner of a project.</summary>
    /// <exception cref="ContractException">The project lacks the extension that writes the results.</exception>
    public static TestRunner Find(TestProject project) => Rows.FirstOrDefault(row => row.Runs(project)) ?? throw new ContractException(
        $"{project.Path} runs on Microsoft.Testing.Platform without a report of its results in TRX: expected {TrxReport} next to "
            + $"{project.Assembly}. Add it: dotnet add {project.Path} package Microsoft.Testing.Extensions.TrxReport");

    private static int XunitVersion(TestProject project) =>
        AssemblyName.GetAssemblyName(Path.Combine(Path.GetDirectoryName(project.Assembly)!, XunitCore)).Version?.Major ?? 0;
}
