namespace Recoup.Catalogs.Spec;

/// <summary>One security scheme.</summary>
/// <param name="Id">Its name among the document's components.</param>
/// <param name="Kind">The kind of credential.</param>
/// <param name="Header">The header that carries it: documented for a key, <c>Authorization</c> for a token; empty for the rest.</param>
internal sealed record ApiSecurityScheme(string Id, ApiSecurityKind Kind, string Header);
