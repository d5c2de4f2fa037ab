namespace Recoup.Emulator;

/// <summary>What one account may do for another.</summary>
public enum AccountAccess
{
    /// <summary>Nothing: every operation that names the other account answers 403.</summary>
    None,

    /// <summary>
    /// The other account merely stands on the caller's roster. Documented, that is access like any other; the deployed server lets
    /// the caller read (200) but not act (403): divergence D17.
    /// </summary>
    Roster,

    /// <summary>Everything: a shared organization, an owned workspace, or membership.</summary>
    Full,
}
