namespace Recoup.Emulator;

/// <summary>Which of the two known behaviors of the API an emulator shows.</summary>
public enum ApiBehavior
{
    /// <summary>What the contract says. The default.</summary>
    Documented,

    /// <summary>What the deployed server does: the contract with every row of <see cref="Divergences.All"/> switched on.</summary>
    Deployed,
}
