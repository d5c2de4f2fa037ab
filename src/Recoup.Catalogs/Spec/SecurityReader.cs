using Microsoft.OpenApi;

namespace Recoup.Catalogs.Spec;

/// <summary>A security requirement -> the schemes it names.</summary>
internal static class SecurityReader
{
    public static ApiSecurity Read(OpenApiSecurityRequirement requirement) => new(new(requirement.Keys.Select(Read)));

    private static ApiSecurityScheme Read(OpenApiSecuritySchemeReference scheme)
    {
        var id = scheme.Reference.Id ?? "";
        return scheme switch
        {
            { Type: SecuritySchemeType.ApiKey, In: ParameterLocation.Header, Name: { Length: > 0 } header } =>
                new(id, ApiSecurityKind.HeaderKey, header),
            { Type: SecuritySchemeType.OAuth2 or SecuritySchemeType.OpenIdConnect } =>
                new(id, ApiSecurityKind.BearerToken, "Authorization"),
            { Type: SecuritySchemeType.Http } when string.Equals(scheme.Scheme, "bearer", StringComparison.OrdinalIgnoreCase)
                => new(id, ApiSecurityKind.BearerToken, "Authorization"),
            _ => new(id, ApiSecurityKind.Other, ""),
        };
    }
}
