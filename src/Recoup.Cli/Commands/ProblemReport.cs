using System.Security.Cryptography;
using System.Text;
using Recoup.Binding.Checks;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;
using Recoup.Contracts;

namespace Recoup.Cli.Commands;

/// <summary>Converts the problems of a check to a report, for the formats that comparisons have.</summary>
internal static class ProblemReport
{
    /// <summary>Converts the problems.</summary>
    /// <param name="check">The check.</param>
    /// <param name="problems">The problems to report.</param>
    /// <param name="warningsAreErrors">Whether a warning counts as an error.</param>
    public static Report Of(DocumentCheck check, IEnumerable<LocatedProblem> problems, bool warningsAreErrors) =>
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
            AfterLocation = problem.Path is null ? null : new Location(problem.Path, pointer, problem.Range ?? TextRange.Beginning),
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(problem.Message))),
        };
    }
}
