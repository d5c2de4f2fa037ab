using System.Text.Json;

namespace Recoup.Contracts.Live;

/// <summary>An action that a verification may execute: somebody vouches that it reads and changes nothing.</summary>
/// <param name="Slug">Its slug, as the catalog has it.</param>
public sealed record AllowedAction(string Slug)
{
    /// <summary>
    /// What it is called with, an object that its schema accepts; null for the smallest such object that is found. Give them where they must mean
    /// something to the service, for example the id of a document.
    /// </summary>
    public JsonElement? Parameters { get; init; }
}
