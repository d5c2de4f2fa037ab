using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Recoup.Catalogs.Problems;

namespace Recoup.Generators.Diagnostics;

/// <summary>Problems as the compiler's diagnostics.</summary>
internal static class DiagnosticDescriptors
{
    private const string HelpLink = "https://github.com/recoupable/recoup-generators/blob/main/docs/diagnostics/{0}.md";

    private static readonly ConcurrentDictionary<ProblemDescriptor, DiagnosticDescriptor> Known = new();

    public static DiagnosticDescriptor For(ProblemDescriptor problem) => Known.GetOrAdd(problem, static problem => new DiagnosticDescriptor(
        problem.Id,
        problem.Title,
        problem.MessageFormat,
        "Recoup",
        problem.Severity switch
        {
            ProblemSeverity.Error => DiagnosticSeverity.Error,
            ProblemSeverity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        },
        isEnabledByDefault: true,
        helpLinkUri: string.Format(System.Globalization.CultureInfo.InvariantCulture, HelpLink, problem.Id)));
}
