using Microsoft.CodeAnalysis;

namespace Recoup.Generators.Diagnostics;

/// <summary>What the analyzers report about C# that makes calls. Problems of catalogs and documents have tables of their own.</summary>
internal static class AnalyzerDescriptors
{
    public static readonly DiagnosticDescriptor UnknownSlug = new(
        RuleIds.UnknownSlug,
        "Unknown action",
        "No catalog of this project has an action '{0}'{1}",
        DiagnosticDescriptors.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The API answers 404 to a slug that it does not have. A generated method cannot be misspelled.",
        helpLinkUri: DiagnosticDescriptors.Pages + RuleIds.UnknownSlug + ".md");

    public static readonly DiagnosticDescriptor PositionalArgument = new(
        RuleIds.PositionalArgument,
        "Argument by position",
        "Pass '{0}' of {1} by name: {2}",
        DiagnosticDescriptors.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The parameters of a generated method stand in the order of the catalog, and catalogs reorder. Names survive that; positions may compile with another meaning.",
        helpLinkUri: DiagnosticDescriptors.Pages + RuleIds.PositionalArgument + ".md");

    public static readonly DiagnosticDescriptor UnexecutedCall = new(
        RuleIds.UnexecutedCall,
        "Call is never executed",
        "The call that {0} makes is never executed: pass it to RecoupClient.ExecuteAsync",
        DiagnosticDescriptors.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A generated method returns a call, a value. Nothing is sent until a client executes it.",
        helpLinkUri: DiagnosticDescriptors.Pages + RuleIds.UnexecutedCall + ".md");
}
