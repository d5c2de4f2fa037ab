using Recoup.Emulator.Core.Errors;
using Recoup.Emulator.Core.State;

namespace Recoup.Emulator.Core.Authentication;

/// <summary>Identifies the caller by the two headers that carry credentials.</summary>
internal delegate AuthenticationResult Authenticator(string? apiKey, string? authorization, IPlatformState state);

/// <summary>The caller, or the reason why the caller is unknown.</summary>
internal readonly record struct AuthenticationResult(EmulatedAccount? Account, ApiError? Error)
{
    public static AuthenticationResult Refused(ApiError error) => new(null, error);

    public static AuthenticationResult Of(EmulatedAccount? account, ApiError otherwise) =>
        account is null ? Refused(otherwise) : new AuthenticationResult(account, null);
}
