namespace Recoup.Catalogs.Spec;

/// <summary>One way to prove who the caller is: all of its schemes together.</summary>
/// <param name="Schemes">The schemes; empty where a caller may also stay unknown.</param>
internal sealed record ApiSecurity(EquatableArray<ApiSecurityScheme> Schemes);
