namespace Recoup.Emulator;

/// <summary>The access of one account to another.</summary>
public enum AccountAccess
{
    /// <summary>No access: every operation that names the other account responds with 403.</summary>
    None,

    /// <summary>
    /// The other account is only on the caller's roster. In the contract, that is full access; the deployed server lets the caller
    /// read (200) but not act (403): divergence D17.
    /// </summary>
    Roster,

    /// <summary>Full access: a shared organization, an owned workspace, or membership.</summary>
    Full,
}
