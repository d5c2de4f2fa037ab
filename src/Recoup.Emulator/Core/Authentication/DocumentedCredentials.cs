using Recoup.Emulator.Core.Errors;
using Recoup.Emulator.Core.State;

namespace Recoup.Emulator.Core.Authentication;

/// <summary>
/// The contract's two security requirements are alternatives: one valid credential is enough. The name of an authentication scheme
/// is case-insensitive (RFC 9110, section 11.1).
/// </summary>
internal static class DocumentedCredentials
{
    private const string Scheme = "Bearer ";

    public static AuthenticationResult Authenticate(string? apiKey, string? authorization, IPlatformState state)
    {
        var hasKey = !string.IsNullOrWhiteSpace(apiKey);
        var hasAuthorization = !string.IsNullOrWhiteSpace(authorization);
        if (!hasKey && !hasAuthorization)
            return AuthenticationResult.Refused(ApiError.CredentialMissing);
        if (hasKey && state.FindByKey(apiKey!) is { } owner)
            return new(owner, null);
        if (!hasAuthorization)
            return AuthenticationResult.Refused(ApiError.CredentialUnknown);
        if (!authorization!.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return AuthenticationResult.Refused(hasKey ? ApiError.CredentialUnknown : ApiError.BearerExpected);

        var token = authorization[Scheme.Length..].Trim();
        return AuthenticationResult.Of(state.FindByToken(token) ?? state.FindByKey(token), ApiError.TokenRefused);
    }
}
