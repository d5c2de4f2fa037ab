namespace Recoup.Catalogs;

/// <summary>What an action does at the third-party service.</summary>
public enum ActionEffect
{
    /// <summary>Nobody knows. Treat it as <see cref="Destroy"/> where it matters, and never as <see cref="Read"/>.</summary>
    Unknown,

    /// <summary>It changes nothing.</summary>
    Read,

    /// <summary>It creates or changes something, or switches it on or off.</summary>
    Write,

    /// <summary>Something that exists may be gone afterwards: deleted, removed, revoked, cleared or canceled.</summary>
    Destroy,
}
