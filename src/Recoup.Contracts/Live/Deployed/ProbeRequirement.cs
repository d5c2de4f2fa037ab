namespace Recoup.Contracts.Live;

/// <summary>What the probes of a row need to be given before they send anything.</summary>
public enum ProbeRequirement
{
    /// <summary>Nothing: they can execute no action.</summary>
    None,

    /// <summary>An action that may be executed: <see cref="VerifyOptions.AllowedActions"/>.</summary>
    AllowedAction,

    /// <summary>An account that can be read but not acted for: <see cref="VerifyOptions.RosterAccount"/>.</summary>
    RosterAccount,
}
