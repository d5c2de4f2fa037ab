namespace Recoup.Generators.Api;

/// <summary>The options for the class of an OpenAPI document. Value-equal.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Visibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="NestsTypes">
/// Whether the types are nested in the class. They are nested in a consumer's project, whose namespace also contains its connectors; the
/// types of the runtime itself are not.
/// </param>
internal sealed record ApiOptions(string Namespace, string Visibility, bool NestsTypes);
