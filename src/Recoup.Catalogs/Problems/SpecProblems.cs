namespace Recoup.Catalogs.Problems;

/// <summary>What can be wrong with an OpenAPI document.</summary>
internal static class SpecProblems
{
    /// <summary>The file cannot be read as JSON.</summary>
    public static readonly ProblemDescriptor NotJson = new("RCP0010", ProblemSeverity.Error, "OpenAPI document is not JSON",
        "The OpenAPI document is not JSON: {0}. Convert a YAML document to JSON first")
    { IsFatal = true };

    /// <summary>The JSON is not an OpenAPI document of a known version.</summary>
    public static readonly ProblemDescriptor NotOpenApi = new("RCP0011", ProblemSeverity.Error, "Not an OpenAPI document",
        "Expected an OpenAPI document, an object whose 'openapi' is \"3.0.x\" or \"3.1.x\"; got {0}")
    { IsFatal = true };

    /// <summary>A part of the document breaks the OpenAPI specification.</summary>
    public static readonly ProblemDescriptor Invalid = new("RCP0012", ProblemSeverity.Warning, "OpenAPI document is not valid",
        "The OpenAPI document is not valid at {0}: {1}. A part that cannot be read is ignored")
    { LeavesCodeOut = true };

    /// <summary>A reference leads nowhere.</summary>
    public static readonly ProblemDescriptor DanglingReference = new("RCP0013", ProblemSeverity.Warning, "Reference has no target",
        "{0} refers to '{1}', which is not in the document. The reference is ignored: add its target")
    { LeavesCodeOut = true };

    /// <summary>An operation has no name of its own.</summary>
    public static readonly ProblemDescriptor NoOperationId = new("RCP0014", ProblemSeverity.Info, "Operation without operationId",
        "{0} {1} has no 'operationId' and is named '{2}'. Add an 'operationId', so that the name survives a change of the path");

    /// <summary>Two operations have the same name.</summary>
    public static readonly ProblemDescriptor DuplicateOperationId = new("RCP0015", ProblemSeverity.Warning, "operationId is used twice",
        "The 'operationId' '{0}' is already used by {1}. This operation is named '{2}'; give each operation its own 'operationId'");

    /// <summary>A value is nested so deeply that its content is not read.</summary>
    public static readonly ProblemDescriptor TooDeep = new("RCP0016", ProblemSeverity.Warning, "Value is nested too deeply",
        "Expected at most {1} levels of objects and arrays; got {0} below them, which is read as empty. Move it to the components and "
        + "refer to it")
    { LeavesCodeOut = true };

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<ProblemDescriptor> All { get; } =
        [NotJson, NotOpenApi, Invalid, DanglingReference, NoOperationId, DuplicateOperationId, TooDeep];
}
