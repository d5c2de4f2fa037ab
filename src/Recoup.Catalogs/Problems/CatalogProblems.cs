namespace Recoup.Catalogs.Problems;

/// <summary>
/// What can be wrong with a catalog as a document. The text of a catalog is the server's: what its reader cannot change and what loses
/// nothing is an Info. A part that is ignored is a Warning. A text that no server has returned is an Error: it is no catalog, lacks its
/// end, or has an entry without the slug that the contract requires.
/// </summary>
internal static class CatalogProblems
{
    /// <summary>The file cannot be read as JSON.</summary>
    public static readonly ProblemDescriptor NotJson = new("RCP0001", ProblemSeverity.Error, "Catalog is not JSON",
        "The catalog is not JSON: {0}. Store the response of GET /api/connectors/actions unchanged, in UTF-8")
    { IsFatal = true };

    /// <summary>The JSON is not a response of GET /api/connectors/actions.</summary>
    public static readonly ProblemDescriptor NotACatalog = new("RCP0002", ProblemSeverity.Error, "Not a catalog",
        "Expected a catalog, an object with an 'actions' array as GET /api/connectors/actions returns it; got {0}")
    { IsFatal = true };

    /// <summary>An action cannot be addressed.</summary>
    public static readonly ProblemDescriptor NoSlug = new("RCP0003", ProblemSeverity.Error, "Action without a slug",
        "Expected an action, an object with a non-empty 'slug'; got {0}. The entry is ignored: add its slug or remove it");

    /// <summary>A documented field of an action is missing or has another type.</summary>
    public static readonly ProblemDescriptor FieldMissing = new("RCP0004", ProblemSeverity.Info, "Action lacks a field",
        "Action {0}: expected '{1}' to be {2}, got {3}; {4} is assumed");

    /// <summary>Two different entries have the same slug.</summary>
    public static readonly ProblemDescriptor DuplicateSlug = new("RCP0005", ProblemSeverity.Warning, "Action has two different entries",
        "Action {0} is listed twice, and the entries differ. The entry at {1} is used; remove one of the two");

    /// <summary>The parameters of an action are no JSON Schema.</summary>
    public static readonly ProblemDescriptor SchemaNotAnObject = new("RCP0006", ProblemSeverity.Info, "Schema is not an object",
        "Action {0}: expected '{1}' to be a JSON Schema object, got {2}; any JSON object is accepted instead");

    /// <summary>Two equal entries have the same slug.</summary>
    public static readonly ProblemDescriptor RepeatedSlug = new("RCP0007", ProblemSeverity.Info, "Action is listed twice",
        "Action {0} is listed twice, with equal entries. The entry at {1} is used");

    /// <summary>An object has two members with the same name and different values.</summary>
    public static readonly ProblemDescriptor RepeatedMember = new("RCP0008", ProblemSeverity.Warning, "Member has two different values",
        "{0}: the member '{1}' is listed twice, with different values. The last one is used, as JSON readers do; remove the other");

    /// <summary>An action is nested so deeply that reading it could exhaust the stack.</summary>
    public static readonly ProblemDescriptor NestedTooDeep = new("RCP0009", ProblemSeverity.Warning, "Action is nested too deeply",
        "Action {0}: expected at most {1} levels of nesting, got more. The entry is ignored: remove the deep part")
    { LeavesCodeOut = true };

    /// <summary>The list of actions is empty.</summary>
    public static readonly ProblemDescriptor NoActions = new("RCP0027", ProblemSeverity.Warning, "Catalog without actions",
        "Expected a catalog with actions; got an empty list, so no code is generated from it. Connect a connector to the account, and "
        + "store its catalog again with 'recoup pull'")
    { LeavesCodeOut = true };

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<ProblemDescriptor> All { get; } =
    [
        NotJson, NotACatalog, NoSlug, FieldMissing, DuplicateSlug, SchemaNotAnObject, RepeatedSlug, RepeatedMember, NestedTooDeep,
        NoActions,
    ];
}
