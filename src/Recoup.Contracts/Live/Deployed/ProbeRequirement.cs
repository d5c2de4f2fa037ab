namespace Recoup.Contracts.Live;

/// <summary>What the user must provide before the probes of a divergence send anything.</summary>
public enum ProbeRequirement
{
    /// <summary>Nothing: the probes cannot execute an action.</summary>
    None,

    /// <summary>An action that may be executed: <see cref="VerifyOptions.AllowedActions"/>.</summary>
    AllowedAction,

    /// <summary>An account that can be read but not acted for: <see cref="VerifyOptions.RosterAccount"/>.</summary>
    RosterAccount,
}
