using Microsoft.CodeAnalysis;

namespace Recoup.Generators.Diagnostics;

/// <summary>
/// The diagnostics of the analyzers, about C# code that creates calls. Problems of catalogs and documents have their own tables.
/// </summary>
internal static class AnalyzerDescriptors
{
    public static readonly DiagnosticDescriptor UnknownSlug = new(
        RuleIds.UnknownSlug,
        "Unknown action",
        "No catalog of this project has an action '{0}'{1}",
        DiagnosticDescriptors.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The API responds with 404 to an unknown slug. A generated method cannot be misspelled.",
        helpLinkUri: DiagnosticDescriptors.Pages + RuleIds.UnknownSlug + ".md");

    public static readonly DiagnosticDescriptor PositionalArgument = new(
        RuleIds.PositionalArgument,
        "Argument is passed by position",
        "Pass '{0}' of {1} by name: {2}",
        DiagnosticDescriptors.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The parameters of a generated method have the order of the catalog, and a newer catalog may have another order. "
            + "Names keep their meaning; a positional argument may then compile as another parameter.",
        helpLinkUri: DiagnosticDescriptors.Pages + RuleIds.PositionalArgument + ".md");

    public static readonly DiagnosticDescriptor UnexecutedCall = new(
        RuleIds.UnexecutedCall,
        "Call is never executed",
        "The call created by {0} is never executed: pass it to RecoupClient.ExecuteAsync",
        DiagnosticDescriptors.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A generated method returns a call, which is a value. Nothing is sent until a client executes it.",
        helpLinkUri: DiagnosticDescriptors.Pages + RuleIds.UnexecutedCall + ".md");
}
