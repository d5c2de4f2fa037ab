using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Recoup.Tests.Driving;

namespace Recoup.CodeFixes.Tests.Driving;

/// <summary>Runs an analyzer and a code fix on a program with real generated code, in the workspace of an editor.</summary>
internal sealed class Fixing : IDisposable
{
    private static readonly ImmutableArray<AdditionalText> Files = Analysis.Files(Analysis.Actions);

    private readonly AdhocWorkspace _workspace = new();
    private readonly DiagnosticAnalyzer _analyzer;
    private readonly CodeFixProvider _fix;
    private readonly DocumentId _program;

    private Fixing(DiagnosticAnalyzer analyzer, CodeFixProvider fix, string code)
    {
        (_analyzer, _fix) = (analyzer, fix);
        var compilation = Generation.Run(Files, code).Compilation.AddReferences(Analysis.References);
        var project = ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "App", "App", LanguageNames.CSharp,
            compilationOptions: compilation.Options, parseOptions: compilation.SyntaxTrees.First().Options,
             metadataReferences: compilation.References);
        var solution = _workspace.CurrentSolution.AddProject(project);
        foreach (var tree in compilation.SyntaxTrees)
            solution = solution.AddDocument(DocumentId.CreateNewId(project.Id), tree.FilePath, tree.GetText(), filePath: tree.FilePath);
        Solution = solution;
        _program = solution.GetProject(project.Id)!.Documents.Single(document => document.Name == "Program.cs").Id;
    }

    public Solution Solution { get; private set; }

    private Document Program => Solution.GetDocument(_program)!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Fixing Of<TAnalyzer, TFix>(string code)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new() =>
        new(new TAnalyzer(), new TFix(), code);

    /// <summary>Returns the code actions for the first diagnostic.</summary>
    public async Task<IReadOnlyList<CodeAction>> OfferedAsync()
    {
        var offered = new List<CodeAction>();
        var diagnostic = (await ReportedAsync())[0];
        await _fix.RegisterCodeFixesAsync(new CodeFixContext(Program, diagnostic, (action, _) => offered.Add(action), Cancellation));
        return offered;
    }

    /// <summary>Applies the code action with this title for the first diagnostic, and returns the code.</summary>
    public async Task<string> ApplyAsync(string title)
    {
        var offered = await OfferedAsync();
        return await ApplyAsync(offered.SingleOrDefault(action => action.Title == title)
            ?? throw new ShouldAssertException($"Expected '{title}', offered were: {string.Join(
                ", ", offered.Select(action => action.Title))}"));
    }

    /// <summary>Applies the first code action of the first diagnostic to the whole project, and returns the code.</summary>
    public async Task<string> ApplyToAllAsync()
    {
        var first = (await OfferedAsync())[0];
        var context = new FixAllContext(
            Program, _fix, FixAllScope.Project, first.EquivalenceKey!, _fix.FixableDiagnosticIds, new Reported(this), Cancellation);
        return await ApplyAsync((await _fix.GetFixAllProvider()!.GetFixAsync(context))!);
    }

    /// <summary>Checks that the code compiles without warnings and that the analyzer reports nothing.</summary>
    public async Task ShouldBeCleanAsync()
    {
        var compilation = await Program.Project.GetCompilationAsync(Cancellation);
        compilation!.GetDiagnostics(Cancellation).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ShouldBeEmpty();
        (await ReportedAsync()).ShouldBeEmpty();
    }

    public void Dispose() => _workspace.Dispose();

    private async Task<string> ApplyAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(Cancellation);
        Solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return (await Program.GetTextAsync(Cancellation)).ToString();
    }

    private async Task<IReadOnlyList<Diagnostic>> ReportedAsync() =>
        await Analysis.RunAsync(_analyzer, (await Program.Project.GetCompilationAsync(Cancellation))!, Files);

    private sealed class Reported(Fixing fixing) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await fixing.ReportedAsync();

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(
            Document document, CancellationToken cancellationToken) =>
            document.Id == fixing._program ? await fixing.ReportedAsync() : [];

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
