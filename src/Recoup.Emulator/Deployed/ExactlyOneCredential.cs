using Recoup.Emulator.Core.Authentication;
using Recoup.Emulator.Core.Errors;
using Recoup.Emulator.Core.State;

namespace Recoup.Emulator.Deployed;

/// <summary>D2: the request must have exactly one of the two headers. A blank header counts as absent.</summary>
internal static class ExactlyOneCredential
{
    private const string KeyPrefix = "recoup_sk_";

    public static AuthenticationResult Authenticate(string? apiKey, string? authorization, IPlatformState state)
    {
        var hasKey = !string.IsNullOrWhiteSpace(apiKey);
        var hasAuthorization = !string.IsNullOrWhiteSpace(authorization);
        if (hasKey == hasAuthorization)
            return AuthenticationResult.Refused(hasKey ? ApiError.CredentialAmbiguous : ApiError.CredentialMissing);
        if (hasKey)
            return AuthenticationResult.Of(state.FindByKey(apiKey!), ApiError.CredentialUnknown);

        // Exactly one blank: after a second blank the token would begin with a blank, and no token does.
        if (!authorization!.StartsWith("Bearer ", StringComparison.Ordinal)
            && !authorization.StartsWith("bearer ", StringComparison.Ordinal))
            return AuthenticationResult.Refused(ApiError.BearerExpected);
        var token = authorization["Bearer ".Length..];
        if (token.Length == 0)
            return AuthenticationResult.Refused(ApiError.BearerExpected);
        return token.StartsWith(KeyPrefix, StringComparison.Ordinal)
            ? AuthenticationResult.Of(state.FindByKey(token), ApiError.CredentialUnknown)
            : AuthenticationResult.Of(state.FindByToken(token), ApiError.TokenRefused);
    }
}
