using Recoup.Catalogs.Problems;

namespace Recoup.Cli.Checking;

/// <summary>A problem with its place.</summary>
/// <param name="Problem">The problem; file and range are known where there is one.</param>
/// <param name="Pointer">The JSON pointer in the whole document.</param>
internal sealed record LocatedProblem(Problem Problem, string Pointer);
