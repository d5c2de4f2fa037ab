using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Recoup.Generators.Diagnostics;

namespace Recoup.CodeFixes;

/// <summary>RCP0041: writes the name of the parameter before the argument.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PositionalArgumentCodeFix)), Shared]
public sealed class PositionalArgumentCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.PositionalArgument);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(RuleIds.ParameterName, out var name) && name is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Pass '{name}' by name",
                        cancellation => AddNameAsync(context.Document, diagnostic.Location.SourceSpan.Start, name, cancellation),
                        nameof(PositionalArgumentCodeFix)),
                    diagnostic);
            }
        }

        return Task.CompletedTask;
    }

    // An insertion: it leaves the argument's own trivia alone, and many of them merge, nested calls included.
    private static async Task<Document> AddNameAsync(Document document, int position, string name, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var written = SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
        return document.WithText(text.WithChanges(new TextChange(new TextSpan(position, 0), written + ": ")));
    }
}
