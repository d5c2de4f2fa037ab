namespace Recoup.Contracts;

/// <summary>What adding something to a contract does to the set of values it accepts, by the nature of that something.</summary>
public enum Effect
{
    /// <summary>The set can only shrink. Breaking for parameters, compatible for results; removal is the mirror.</summary>
    Narrows,

    /// <summary>The set can only grow. Compatible for parameters, breaking for results; removal is the mirror.</summary>
    Widens,

    /// <summary>It depends on what stands beside it.</summary>
    Depends,

    /// <summary>The set stays as it is.</summary>
    None,
}
