using Microsoft.OpenApi;

namespace Recoup.Catalogs.Spec;

/// <summary>A security requirement -> the schemes it names.</summary>
/// <param name="document">The document that defines the schemes. Its references throw at names that an address cannot contain.</param>
internal sealed class SecurityReader(OpenApiDocument document)
{
    public ApiSecurity Read(OpenApiSecurityRequirement requirement) =>
        new(new(requirement.Keys.Select(scheme => Read(scheme.Reference.Id ?? ""))));

    private ApiSecurityScheme Read(string id) => Find(id) switch
    {
        { Type: SecuritySchemeType.ApiKey, In: ParameterLocation.Header, Name: { Length: > 0 } header } =>
            new(id, ApiSecurityKind.HeaderKey, header),
        { Type: SecuritySchemeType.OAuth2 or SecuritySchemeType.OpenIdConnect } =>
            new(id, ApiSecurityKind.BearerToken, "Authorization"),
        { Type: SecuritySchemeType.Http } http when string.Equals(http.Scheme, "bearer", StringComparison.OrdinalIgnoreCase) =>
            new(id, ApiSecurityKind.BearerToken, "Authorization"),
        _ => new(id, ApiSecurityKind.Other, ""),
    };

    private IOpenApiSecurityScheme? Find(string id) =>
        document.Components?.SecuritySchemes?.TryGetValue(id, out var scheme) == true ? scheme : null;
}
