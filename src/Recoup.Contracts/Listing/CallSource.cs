using System.Text.Json;

namespace Recoup.Contracts.Listing;

/// <summary>
/// Writes calls of actions as C# that compiles beside the code that is generated from the same catalog and its names file. Any number of
/// threads can use it.
/// </summary>
internal sealed class CallSource(ContractDocument document)
{
    private readonly BoundCatalog _catalog = new(document);

    /// <summary>
    /// A statement that executes a call on a <c>RecoupClient</c> named <c>recoup</c>. Parameters that the generated method cannot send, for
    /// example because they violate the schema, become a call by slug and JSON.
    /// </summary>
    /// <returns>Null if the catalog has no such action, or a text in the parameters is not valid Unicode.</returns>
    public string? Of(string slug, JsonElement parameters)
    {
        if (_catalog.Find(slug) is not var (action, @class))
            return null;
        try
        {
            const string execute = "var result = await recoup.ExecuteAsync(";
            return new ArgumentSource(@class).Of(action, parameters) is { } arguments
                ? new Code($"{execute}{@class.Name}.{action.MethodName}(", arguments, "));").ToString()
                : "// The generated method cannot send these parameters.\n"
                    + $"{execute}{CSharpText.Literal(slug)}, JsonDocument.Parse({CSharpText.Json(parameters)}).RootElement);";
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // Half of a surrogate pair has no C# text.
            return null;
        }
    }
}
