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
        "No catalog of this project or its references has an action '{0}'{1}",
        DiagnosticDescriptors.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The API responds with 404 to an unknown slug. A generated method cannot be misspelled.",
        helpLinkUri: DiagnosticDescriptors.Pages + RuleIds.UnknownSlug + ".md");

    public static readonly DiagnosticDescriptor PositionalArgument = new(
        RuleIds.PositionalArgument,
        "Argument is passed by position",
        "Pass {0} of {1} by name: {2}",
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

    public static readonly DiagnosticDescriptor ValueOutOfBounds = new(
        RuleIds.ValueOutOfBounds,
        "Value is out of bounds",
        "{0}: {1}. The call throws an ArgumentException.",
        DiagnosticDescriptors.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A generated method checks the bounds of the catalog when the call is created: minimum, maximum, lengths and numbers "
            + "of items.",
        helpLinkUri: DiagnosticDescriptors.Pages + RuleIds.ValueOutOfBounds + ".md");

    public static readonly DiagnosticDescriptor PatternMismatch = new(
        RuleIds.PatternMismatch,
        "String does not match the pattern",
        "{0}: {1}. The call throws an ArgumentException.",
        DiagnosticDescriptors.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A generated method checks the patterns of the catalog when the call is created.",
        helpLinkUri: DiagnosticDescriptors.Pages + RuleIds.PatternMismatch + ".md");

    public static readonly DiagnosticDescriptor UnknownEnumValue = new(
        RuleIds.UnknownEnumValue,
        "Unknown value of an open enum",
        "Any string converts to {0} and is sent, but the catalog has no value '{1}'{2}",
        DiagnosticDescriptors.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Any string converts to an open enum, so that a program can send values that the service added later. "
            + "A misspelled value compiles as well, and the service refuses it.",
        helpLinkUri: DiagnosticDescriptors.Pages + RuleIds.UnknownEnumValue + ".md");

    public static readonly DiagnosticDescriptor NoFileAddress = new(
        RuleIds.NoFileAddress,
        "String is not the address of a file",
        "Expected an http or https address of a file, got '{0}'. Stage a local file with UploadConnectorFileAsync.",
        DiagnosticDescriptors.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A string converts to a StagedFile as the address from which the server fetches the file. "
            + "The server cannot read local files.",
        helpLinkUri: DiagnosticDescriptors.Pages + RuleIds.NoFileAddress + ".md");

    public static readonly DiagnosticDescriptor UnstagedFile = new(
        RuleIds.UnstagedFile,
        "File must be staged",
        "{0}: expected the descriptor of a staged file, got an address. The call throws an ArgumentException. "
            + "Stage the file with UploadConnectorFileAsync.",
        DiagnosticDescriptors.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The schema of this file is an object, the descriptor of a staged file. It accepts no address.",
        helpLinkUri: DiagnosticDescriptors.Pages + RuleIds.UnstagedFile + ".md");

    public static readonly DiagnosticDescriptor UnknownConnector = new(
        RuleIds.UnknownConnector,
        "Unknown connector",
        "No catalog of this project or its references has a connector '{0}'{1}",
        DiagnosticDescriptors.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The API responds with an error to an unknown connector.",
        helpLinkUri: DiagnosticDescriptors.Pages + RuleIds.UnknownConnector + ".md");

    public static readonly DiagnosticDescriptor RepeatedClass = new(
        RuleIds.RepeatedClass,
        "Class is generated twice",
        "This project and the referenced assembly '{1}' both generate {0}, and values of the two do not mix: remove the RecoupCatalog "
            + "of this project and use the methods of '{1}', or give one of the two another RecoupNamespace or the RecoupVisibility "
            + "'internal'",
        DiagnosticDescriptors.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Two projects generate code from the same catalog, and one references the other. Its code uses its own classes.",
        helpLinkUri: DiagnosticDescriptors.Pages + RuleIds.RepeatedClass + ".md",
        customTags: WellKnownDiagnosticTags.CompilationEnd);
}
