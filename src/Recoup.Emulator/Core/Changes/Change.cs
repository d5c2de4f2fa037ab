namespace Recoup.Emulator.Core.Changes;

/// <summary>The parts of an emulator that change.</summary>
[Flags]
internal enum Change
{
    None = 0,

    /// <summary>Accounts, their access to each other, and their connections.</summary>
    Accounts = 1,

    /// <summary>A stub was added or removed.</summary>
    Stubs = 2,

    /// <summary>A divergence was switched on or off.</summary>
    Behavior = 4,

    /// <summary>Third-party services became reachable or unreachable.</summary>
    Upstream = 8,

    /// <summary>The clock was advanced by hand.</summary>
    Clock = 16,

    /// <summary>The journal was cleared.</summary>
    Journal = 32,

    /// <summary>Everything: the emulator was reset, or a world was loaded.</summary>
    State = 64,

    /// <summary>An exchange was recorded.</summary>
    Exchange = 128,
}
