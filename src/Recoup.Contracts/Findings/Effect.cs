namespace Recoup.Contracts;

/// <summary>How an addition to a contract changes the set of accepted values.</summary>
public enum Effect
{
    /// <summary>The set can only shrink: breaking for parameters, compatible for results. A removal is the opposite.</summary>
    Narrows,

    /// <summary>The set can only grow: compatible for parameters, breaking for results. A removal is the opposite.</summary>
    Widens,

    /// <summary>The effect depends on the rest of the schema.</summary>
    Depends,

    /// <summary>The set does not change.</summary>
    None,
}
