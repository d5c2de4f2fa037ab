namespace Recoup.Emulator;

/// <summary>Options of <see cref="RecoupEmulator.Replay(string, ReplayOptions)"/>.</summary>
public sealed class ReplayOptions
{
    /// <summary>
    /// What happens to a call that no recording answers. Default: null, which means <see cref="ReplayMiss.Fail"/> if the emulator is
    /// <see cref="RecoupEmulatorOptions.Strict"/>, else <see cref="ReplayMiss.Sample"/>.
    /// </summary>
    public ReplayMiss? Misses { get; init; }

    /// <summary>
    /// The age at which a recording expires; null for never. A call that an expired recording would answer throws a
    /// <see cref="RecoupEmulatorException"/>. The age is measured on the emulator's clock, so set
    /// <see cref="RecoupEmulatorOptions.TimeProvider"/> to <see cref="TimeProvider.System"/>: the default clock starts at a fixed time.
    /// </summary>
    public TimeSpan? Expires { get; init; }

    /// <summary>Gets a sentence about what was ignored: a last line that was cut. Default: null.</summary>
    public Action<string>? Note { get; init; }
}
