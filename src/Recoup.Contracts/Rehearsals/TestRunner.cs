namespace Recoup.Contracts.Rehearsals;

/// <summary>A way to run the tests of a built assembly and to get their results as TRX.</summary>
/// <param name="Name">The name of the runner.</param>
/// <param name="Runs">Whether it runs the tests of a project.</param>
/// <param name="Arguments">The arguments of the .NET host: for a project, the folder of the results and the name of the file in it.</param>
internal sealed record TestRunner(
    string Name, Func<TestProject, bool> Runs, Func<TestProject, string, string, IReadOnlyList<string>> Arguments);
