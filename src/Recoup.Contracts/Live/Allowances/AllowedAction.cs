using System.Text.Json;

namespace Recoup.Contracts.Live;

/// <summary>An action that a verification may execute because the user vouches that it only reads.</summary>
/// <param name="Slug">The slug, as in the catalog.</param>
public sealed record AllowedAction(string Slug)
{
    /// <summary>
    /// The parameters of the call, an object that the schema accepts; null for the smallest such object. Set them if they must mean
    /// something to the service, for example the id of a document.
    /// </summary>
    public JsonElement? Parameters { get; init; }
}
