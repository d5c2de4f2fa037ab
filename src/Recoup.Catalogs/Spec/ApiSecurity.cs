namespace Recoup.Catalogs.Spec;

/// <summary>One security requirement: all of its schemes together.</summary>
/// <param name="Schemes">The schemes; empty if anonymous calls are allowed.</param>
internal sealed record ApiSecurity(EquatableArray<ApiSecurityScheme> Schemes);
