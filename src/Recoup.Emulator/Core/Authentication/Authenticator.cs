using Recoup.Emulator.Core.Errors;
using Recoup.Emulator.State;

namespace Recoup.Emulator.Core.Authentication;

/// <summary>Finds out who calls, from the two headers that may say so.</summary>
internal delegate AuthenticationResult Authenticator(string? apiKey, string? authorization, IPlatformState state);

/// <summary>Who calls, or why that cannot be said.</summary>
internal readonly record struct AuthenticationResult(EmulatedAccount? Account, ApiError? Error)
{
    public static implicit operator AuthenticationResult(ApiError error) => new(null, error);

    public static AuthenticationResult Of(EmulatedAccount? account, ApiError otherwise) => account is null ? otherwise : new AuthenticationResult(account, null);
}
