using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Checks;

/// <summary>A problem with its position.</summary>
/// <param name="Problem">The problem, with file and range if they are known.</param>
/// <param name="Pointer">The JSON pointer in the whole document.</param>
internal sealed record LocatedProblem(Problem Problem, string Pointer);
