namespace Recoup.Emulator;

/// <summary>What happens to a call that no recording answers.</summary>
public enum ReplayMiss
{
    /// <summary>It throws a <see cref="RecoupEmulatorException"/> that says how the nearest recording of the action differs.</summary>
    Fail,

    /// <summary>
    /// It gets the default result of an unscripted call. The outcome of its exchange in the journal says how the nearest recording differs.
    /// </summary>
    Sample,
}
