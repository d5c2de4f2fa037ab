using Recoup.Emulator.Core.Authentication;
using Recoup.Emulator.Core.Errors;
using Recoup.Emulator.State;

namespace Recoup.Emulator.Deployed;

/// <summary>D2: exactly one of the two headers; a header of blanks counts as absent.</summary>
internal static class ExactlyOneCredential
{
    private const string KeyPrefix = "recoup_sk_";

    public static AuthenticationResult Authenticate(string? apiKey, string? authorization, IPlatformState state)
    {
        var hasKey = !string.IsNullOrWhiteSpace(apiKey);
        var hasAuthorization = !string.IsNullOrWhiteSpace(authorization);
        if (hasKey == hasAuthorization)
            return hasKey ? ApiError.CredentialAmbiguous : ApiError.CredentialMissing;
        if (hasKey)
            return AuthenticationResult.Of(state.FindByKey(apiKey!), ApiError.CredentialUnknown);

        // One blank exactly: what follows a second one is a token that begins with a blank, and no token does.
        if (!authorization!.StartsWith("Bearer ", StringComparison.Ordinal) && !authorization.StartsWith("bearer ", StringComparison.Ordinal))
            return ApiError.BearerExpected;
        var token = authorization["Bearer ".Length..];
        if (token.Length == 0)
            return ApiError.BearerExpected;
        return token.StartsWith(KeyPrefix, StringComparison.Ordinal)
            ? AuthenticationResult.Of(state.FindByKey(token), ApiError.CredentialUnknown)
            : AuthenticationResult.Of(state.FindByToken(token), ApiError.TokenRefused);
    }
}
