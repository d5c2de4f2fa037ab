namespace Recoup.Contracts;

/// <summary>The effect of a change on programs that use the contract. A worse verdict has a greater value.</summary>
public enum Verdict
{
    /// <summary>Proved: everything that worked before still works.</summary>
    Compatible,

    /// <summary>No value is rejected, but the behavior may differ: a default, a text that agents read, the order of parameters.</summary>
    Behavior,

    /// <summary>Neither a proof nor a counter-example was found. The finding's reason says why.</summary>
    Unproven,

    /// <summary>Proved: something that worked before does not work now. If the change is about values, the finding has a witness.</summary>
    Breaking,
}
