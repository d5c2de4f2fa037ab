using Recoup.Emulator.Core.Errors;
using Recoup.Emulator.State;

namespace Recoup.Emulator.Core.Authentication;

/// <summary>Finds out who calls, from the two headers that may say so.</summary>
internal delegate Authentication Authenticator(string? apiKey, string? authorization, IPlatformState state);

/// <summary>Who calls, or why that cannot be said.</summary>
internal readonly record struct Authentication(EmulatedAccount? Account, ApiError? Error)
{
    public static implicit operator Authentication(ApiError error) => new(null, error);

    public static Authentication Of(EmulatedAccount? account, ApiError otherwise) => account is null ? otherwise : new Authentication(account, null);
}
