namespace Recoup.Emulator;

/// <summary>The two known behaviors of the API.</summary>
public enum ApiBehavior
{
    /// <summary>The contract. This is the default.</summary>
    Documented,

    /// <summary>The deployed server: the contract with every divergence in <see cref="Divergences.All"/>.</summary>
    Deployed,
}
