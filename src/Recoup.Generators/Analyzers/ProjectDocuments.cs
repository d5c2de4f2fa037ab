using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Recoup.Binding.Checks;
using Recoup.Catalogs.Problems;
using Recoup.Generators.Diagnostics;
using Recoup.Generators.Input;

namespace Recoup.Generators.Analyzers;

/// <summary>
/// The catalogs, OpenAPI documents, names files and results files of a project. They are checked together, once, when the first is asked
/// for.
/// </summary>
internal sealed class ProjectDocuments(AnalyzerOptions options)
{
    private readonly InputFile[] _files = [.. InputFile.AllOf(options)];

    private readonly object _gate = new();
    private ILookup<string, Problem>? _problems;

    /// <summary>Whether the project has no such file.</summary>
    public bool IsEmpty => _files.Length == 0;

    /// <summary>Whether the generator generates code in the compilation.</summary>
    public static bool AreGenerated(Compilation compilation) =>
        compilation.SyntaxTrees.FirstOrDefault()?.Options is not { } parse || ProjectLanguage.Of(parse).CompilesGeneratedCode;

    /// <summary>The problems of a file that leave no code out.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="cancellation">Cancels the work; the next request then starts again.</param>
    public IEnumerable<Problem> ProblemsOf(string path, CancellationToken cancellation)
    {
        if (!Array.Exists(_files, file => file.Text.Path == path))
            return [];
        lock (_gate)
        {
            _problems ??= Check(cancellation)
                .Select(located => located.Problem)
                .Where(problem => !ProblemDiagnostic.IsReportedByGenerator(problem))
                .ToLookup(problem => problem.Path ?? _files[0].Text.Path, StringComparer.Ordinal);
        }

        return _problems[path];
    }

    private IReadOnlyList<LocatedProblem> Check(CancellationToken cancellation)
    {
        var catalogs = Of(InputKind.Catalog).Select(file => CatalogFile.Read(file, cancellation)).ToArray();
        return DocumentCheck.Of(
            [],
            [.. catalogs.Select(catalog => catalog.Selection)],
            [.. Of(InputKind.Names).Select(file => NamesFile.Read(file, cancellation).Reading)],
            [.. Of(InputKind.Results).Select(file => ResultsFile.Read(file, cancellation).Content)],
            [.. Of(InputKind.Spec).Select(file => SpecFile.Read(file, cancellation).Selection)],
            catalogs.SelectMany(catalog => catalog.Problems),
            ProjectOptions.Read(options.AnalyzerConfigOptionsProvider.GlobalOptions).Code.Results,
            cancellation).Problems;
    }

    private IEnumerable<InputFile> Of(InputKind kind) => _files.Where(file => file.Kind == kind);
}
