using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Recoup.Catalogs.Problems;

namespace Recoup.Generators.Diagnostics;

/// <summary>Converts problem descriptors to diagnostic descriptors of the compiler.</summary>
internal static class DiagnosticDescriptors
{
    public const string Category = "Recoup";
    public const string Pages = "https://github.com/recoupable/recoup-generators/blob/main/docs/diagnostics/";

    private static readonly ConcurrentDictionary<ProblemDescriptor, DiagnosticDescriptor> Known = new();

    public static DiagnosticDescriptor For(ProblemDescriptor problem) => Known.GetOrAdd(problem, static problem => new DiagnosticDescriptor(
        problem.Id,
        problem.Title,
        problem.MessageFormat,
        Category,
        problem.Severity switch
        {
            ProblemSeverity.Error => DiagnosticSeverity.Error,
            ProblemSeverity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        },
        isEnabledByDefault: true,
        helpLinkUri: Pages + problem.Id + ".md"));
}
