using System.Security.Cryptography;
using System.Text;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;
using Recoup.Contracts;

namespace Recoup.Cli.Checking;

/// <summary>Problems as a report, for the forms of report that comparisons have.</summary>
internal static class ProblemReport
{
    // The beginning of a file that is wrong as a whole.
    private static readonly TextRange Beginning = new(new TextPosition(1, 1, 0), new TextPosition(1, 1, 0));

    /// <param name="check">What was checked.</param>
    /// <param name="problems">The problems to tell.</param>
    /// <param name="warningsAreErrors">Whether a warning counts as an error, as the compiler has it.</param>
    public static Report Of(GeneratorCheck check, IEnumerable<LocatedProblem> problems, bool warningsAreErrors) =>
        new("Generator", string.Join(", ", check.Paths), "C#", [.. problems.Select(problem => Finding(problem, warningsAreErrors))], [])
        {
            Compared = check.Actions,
            Scale = ReportScale.Severities,
        };

    private static Finding Finding(LocatedProblem located, bool warningsAreErrors)
    {
        var (problem, pointer) = located;
        var descriptor = problem.Descriptor;
        return new Finding
        {
            Rule = new Rule(descriptor.Id, RuleLevel.Generator, descriptor.Title, Effect.Depends),
            Verdict = descriptor.Severity switch
            {
                ProblemSeverity.Error => Verdict.Breaking,
                ProblemSeverity.Warning => warningsAreErrors ? Verdict.Breaking : Verdict.Unproven,
                _ => Verdict.Behavior,
            },
            Change = Change.Changed,
            Message = problem.Message,
            Action = problem.Slug,
            Pointer = problem.Pointer,
            AfterLocation = problem.Path is null ? null : new Location(problem.Path, pointer, problem.Range ?? Beginning),
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(problem.Message))),
        };
    }
}
