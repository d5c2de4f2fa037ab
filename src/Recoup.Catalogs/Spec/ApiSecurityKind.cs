namespace Recoup.Catalogs.Spec;

/// <summary>The kind of credential that a security scheme requires.</summary>
internal enum ApiSecurityKind
{
    /// <summary>A key in a header.</summary>
    HeaderKey,

    /// <summary>A bearer token: <c>http</c> with <c>bearer</c>, <c>oauth2</c> or <c>openIdConnect</c>.</summary>
    BearerToken,

    /// <summary>Anything else: a key in query or cookie, basic credentials, a client certificate, or a scheme that is not there.</summary>
    Other,
}
