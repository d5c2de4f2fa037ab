using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Problems;

namespace Recoup.Generators.Diagnostics;

/// <summary>A problem as a diagnostic of the compiler.</summary>
internal static class ProblemDiagnostic
{
    /// <summary>
    /// Whether the generator reports the problem, because code is missing. Otherwise the analyzer of documents does: editors run analyzers
    /// while a catalog is edited, but generators often only when it is saved or built.
    /// </summary>
    public static bool IsReportedByGenerator(Problem problem) => problem.Descriptor.LeavesCodeOut;

    public static Diagnostic Of(Problem problem) =>
        Diagnostic.Create(DiagnosticDescriptors.For(problem.Descriptor), LocationOf(problem), [.. problem.Arguments]);

    private static Location LocationOf(Problem problem)
    {
        if (problem.Path is not { } path)
            return Location.None;
        var (start, end) = problem.Range ?? TextRange.Beginning;
        return Location.Create(
            path, TextSpan.FromBounds(start.CharOffset, end.CharOffset), new LinePositionSpan(PositionOf(start), PositionOf(end)));
    }

    private static LinePosition PositionOf(TextPosition position) => new(position.Line - 1, position.Column - 1);
}
