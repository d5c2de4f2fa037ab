using Recoup.Catalogs.Problems;

namespace Recoup.Binding.Problems;

/// <summary>What was decided, or could not be decided, on the way from an OpenAPI document to C#.</summary>
internal static class ApiProblems
{
    /// <summary>A schema has no C# type of its own.</summary>
    public static readonly ProblemDescriptor AnyJson = new("RCP0030", ProblemSeverity.Info, "Schema has no C# type",
        "'{0}' is typed as JsonElement, because {1}");

    /// <summary>Two names would be the same in C#.</summary>
    public static readonly ProblemDescriptor NameClash = new("RCP0031", ProblemSeverity.Info, "Names clash",
        "'{0}' is named '{1}' in C#, because its default name is also that of a sibling");

    /// <summary>A parameter cannot be sent.</summary>
    public static readonly ProblemDescriptor ParameterLeftOut = new("RCP0032", ProblemSeverity.Warning, "Parameter is omitted",
        "{0}: the optional parameter '{1}' is omitted, because {2}")
    { LeavesCodeOut = true };

    /// <summary>An operation cannot be called.</summary>
    public static readonly ProblemDescriptor OperationLeftOut = new("RCP0033", ProblemSeverity.Warning, "Operation is not generated",
        "The operation {0} is not generated, because {1}")
    { LeavesCodeOut = true };

    /// <summary>A client has no credential that an operation takes.</summary>
    public static readonly ProblemDescriptor NoUsableCredential = new("RCP0034", ProblemSeverity.Warning, "No usable credential",
        "{0} accepts neither an API key in a header nor a bearer token, the credentials that a client has. "
        + "It is sent without a credential");

    /// <summary>Two documents, or a document and a connector, would give the same class.</summary>
    public static readonly ProblemDescriptor SameClass = new("RCP0035", ProblemSeverity.Error, "Class name is already used",
        "The class '{0}' is already generated from {1}. "
        + "Give this document another class name: <RecoupSpec Include=\"…\" ClassName=\"…\" />");

    /// <summary>No class can have the name that the project chose.</summary>
    public static readonly ProblemDescriptor ClassNameRefused = new("RCP0036", ProblemSeverity.Warning, "Class name cannot be used",
        "Expected a ClassName that is a C# class name; got '{0}', but {1}. The class is named '{2}': choose another name")
    { LeavesCodeOut = true };

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<ProblemDescriptor> All { get; } =
        [AnyJson, NameClash, ParameterLeftOut, OperationLeftOut, NoUsableCredential, SameClass, ClassNameRefused];
}
