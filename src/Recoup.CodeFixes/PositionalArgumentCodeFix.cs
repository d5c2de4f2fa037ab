using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Recoup.CodeFixes.Code;
using Recoup.Generators.Diagnostics;
using Recoup.Generators.Emission;

namespace Recoup.CodeFixes;

/// <summary>RCP0041: writes the name of the parameter before the argument.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PositionalArgumentCodeFix)), Shared]
public sealed class PositionalArgumentCodeFix() : RecoupCodeFix(RuleIds.PositionalArgument)
{
    private protected override IEnumerable<CodeAction> ActionsFor(ReportedCode code, CancellationToken cancellation)
    {
        if (code.Property(RuleIds.ParameterName) is { } name)
            yield return CodeAction.Create(
                $"Pass '{name}' by name", token => AddNameAsync(code, name, token), nameof(PositionalArgumentCodeFix));
    }

    // An insertion keeps the trivia of the argument, and the insertions of nested calls merge.
    private static async Task<Document> AddNameAsync(ReportedCode code, string name, CancellationToken cancellation)
    {
        var text = await code.Document.GetTextAsync(cancellation).ConfigureAwait(false);
        var insertion = new TextChange(new TextSpan(code.Diagnostic.Location.SourceSpan.Start, 0), Keyword.Escape(name) + ": ");
        return code.Document.WithText(text.WithChanges(insertion));
    }
}
