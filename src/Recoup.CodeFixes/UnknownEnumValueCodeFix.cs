using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using Recoup.CodeFixes.Code;
using Recoup.Generators.Analyzers;
using Recoup.Generators.Diagnostics;

namespace Recoup.CodeFixes;

/// <summary>RCP0045: replaces the string with the nearest named value, which cannot be misspelled.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnknownEnumValueCodeFix)), Shared]
public sealed class UnknownEnumValueCodeFix() : RecoupCodeFix(RuleIds.UnknownEnumValue)
{
    private protected override IEnumerable<CodeAction> ActionsFor(ReportedCode code, CancellationToken cancellation)
    {
        if (code.Property(RuleIds.Suggestion) is not { } id
            || code.Node is not ExpressionSyntax written
            || DocumentationCommentId.GetFirstSymbolForDeclarationId(id, code.Model.Compilation) is not IFieldSymbol value)
        {
            yield break;
        }

        yield return CodeAction.Create(
            $"Use {NestedName.Of(value.ContainingType)}.{value.Name}",
            token => ImportAdder.AddImportsAsync(
                code.Replace(written, Member.Of(value, code.Document).WithTriviaFrom(written)),
                Simplifier.AddImportsAnnotation,
                cancellationToken: token),
            nameof(UnknownEnumValueCodeFix));
    }
}
