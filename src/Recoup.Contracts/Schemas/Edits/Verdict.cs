namespace Recoup.Contracts;

/// <summary>What a change means for programs that use the contract. Ordered: the worse, the greater.</summary>
public enum Verdict
{
    /// <summary>Proved: whatever worked before works now.</summary>
    Compatible,

    /// <summary>Nothing is rejected, but something else may happen: a default, a text that agents read, the order of parameters.</summary>
    Behavior,

    /// <summary>Neither a proof nor a counter-example was found; <see cref="Finding.Reason"/> says why.</summary>
    Unproven,

    /// <summary>Proved: something that worked before does not work now. <see cref="Finding.Witness"/> is an example, where the change is one of values.</summary>
    Breaking,
}
