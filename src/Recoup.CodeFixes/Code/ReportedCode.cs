using Microsoft.CodeAnalysis;
using Recoup.Generators.Analyzers;

namespace Recoup.CodeFixes.Code;

/// <summary>The code that a diagnostic was reported for.</summary>
/// <param name="Diagnostic">The diagnostic.</param>
/// <param name="Document">The document that contains the code.</param>
/// <param name="Root">The syntax of the document.</param>
/// <param name="Node">The innermost syntax node at the reported location.</param>
/// <param name="Model">The semantic model of the document.</param>
/// <param name="Types">The types of the runtime.</param>
internal sealed record ReportedCode(
    Diagnostic Diagnostic, Document Document, SyntaxNode Root, SyntaxNode Node, SemanticModel Model, RuntimeTypes Types)
{
    /// <summary>Returns a value that the analyzer attached to the diagnostic, or null.</summary>
    public string? Property(string name) => Diagnostic.Properties.TryGetValue(name, out var value) ? value : null;

    /// <summary>Returns the document with one node replaced.</summary>
    public Document Replace(SyntaxNode before, SyntaxNode after) => Document.WithSyntaxRoot(Root.ReplaceNode(before, after));
}
