namespace Recoup.Generators.Api;

/// <summary>Where and how a document's class is written. Value-equal.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Visibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="NestsTypes">
/// Whether the types stand inside the class. They do in a consumer's project, whose namespace also holds its connectors; the runtime's
/// own stand beside it.
/// </param>
internal sealed record ApiOptions(string Namespace, string Visibility, bool NestsTypes);
