using Recoup.Emulator.Core.Operations;
using Recoup.Emulator.State;

namespace Recoup.Emulator.Core.Authentication;

/// <summary>Decides for whom a request acts.</summary>
internal static class Authorization
{
    /// <summary>The account the request acts for, or null where the caller may not act for it. An account that does not exist is no exception.</summary>
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
