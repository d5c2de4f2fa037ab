using Recoup.Emulator.Core.Rules;
using Recoup.Emulator.Core.State;

namespace Recoup.Emulator.Core.Checks;

/// <summary>Decides which account a request acts for.</summary>
internal static class AccountCheck
{
    /// <summary>
    /// The account that the request acts for; null if the caller has no access to it. An account that does not exist is treated the same.
    /// </summary>
    public static EmulatedAccount? Owner(EmulatedAccount caller, string? named, AccessKind kind, IPlatformState state, ApiRules rules)
    {
        if (named is null)
            return caller;
        var id = Guid.Parse(named);
        if (id == caller.Id)
            return string.Equals(named, id.ToString(), rules.OwnAccountComparison) ? caller : null;
        var needed = kind == AccessKind.Act ? rules.AccessToAct : AccountAccess.Roster;
        return state.FindAccount(id) is { } target && state.AccessOf(caller, target) >= needed ? target : null;
    }
}

/// <summary>What a request does with an account.</summary>
internal enum AccessKind
{
    Read,
    Act,
}
