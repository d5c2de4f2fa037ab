using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Recoup.CodeFixes.Code;
using Recoup.Generators.Diagnostics;
using Recoup.Generators.Emission;

namespace Recoup.CodeFixes;

/// <summary>RCP0041: writes the names of the parameters before the arguments of the call.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PositionalArgumentCodeFix)), Shared]
public sealed class PositionalArgumentCodeFix() : RecoupCodeFix(RuleIds.PositionalArgument)
{
    private protected override IEnumerable<CodeAction> ActionsFor(ReportedCode code, CancellationToken cancellation)
    {
        if (code.Property(RuleIds.ParameterNames)?.Split(',') is { } names)
            yield return CodeAction.Create(
                $"Pass {ParameterNames.Quote(names)} by name",
                token => AddNamesAsync(code, names, token),
                nameof(PositionalArgumentCodeFix));
    }

    // An insertion keeps the trivia of the argument, and the insertions of nested calls merge.
    private static async Task<Document> AddNamesAsync(ReportedCode code, string[] names, CancellationToken cancellation)
    {
        var text = await code.Document.GetTextAsync(cancellation).ConfigureAwait(false);
        var insertions = code.Diagnostic.AdditionalLocations
            .Prepend(code.Diagnostic.Location)
            .Zip(names, (place, name) => new TextChange(new TextSpan(place.SourceSpan.Start, 0), Keyword.Escape(name) + ": "));
        return code.Document.WithText(text.WithChanges(insertions));
    }
}
