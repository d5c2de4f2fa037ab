using System.Net;

namespace Recoup.Emulator;

/// <summary>How an emulator behaves. Read once, when it starts.</summary>
public sealed class RecoupEmulatorOptions
{
    /// <summary>The behavior to start from. Default: <see cref="ApiBehavior.Documented"/>.</summary>
    public ApiBehavior Behavior { get; init; } = ApiBehavior.Documented;

    /// <summary>Divergences to switch on beside those of <see cref="Behavior"/>. Default: none.</summary>
    public ISet<Divergence> With { get; init; } = new HashSet<Divergence>();

    /// <summary>Divergences to switch off, whatever <see cref="Behavior"/> and <see cref="With"/> say. Default: none.</summary>
    public ISet<Divergence> Without { get; init; } = new HashSet<Divergence>();

    /// <summary>
    /// Whether everything the test did not foresee is a failure: an unscripted call throws at once, and an unscripted call, an unused
    /// stub, a fault that was never triggered or a call still in flight makes <see cref="RecoupEmulator.DisposeAsync"/> throw. Default: false.
    /// </summary>
    public bool Strict { get; init; }

    /// <summary>What ids, keys of added accounts and default results are derived from. Default: 0. Equal seeds give equal bytes.</summary>
    public int Seed { get; init; }

    /// <summary>
    /// The clock of executions, delays and time-outs. Default: an <see cref="EmulatorClock"/> of the emulator's own, on which waiting takes no time.
    /// </summary>
    public TimeProvider? TimeProvider { get; init; }

    /// <summary>
    /// Whether answers leave out what the contract marks as optional (<c>executedAt</c>), to prove that the code under test can live without it. Default: false.
    /// </summary>
    public bool OmitOptionalMembers { get; init; }

    /// <summary>The largest request body, in bytes. A larger one is answered with 400 (deployed: 413). Default: 4,718,592 (4.5 MiB).</summary>
    public int MaxRequestBodySize { get; init; } = 4_718_592;

    /// <summary>How deep the JSON of a request may nest. Default: 64. Deeper is answered like malformed JSON.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>How many exchanges the journal keeps; older ones are dropped, and counted. Default: 100,000.</summary>
    public int JournalCapacity { get; init; } = 100_000;

    /// <summary>
    /// The address <see cref="RecoupEmulator.StartListeningAsync"/> listens on. Default: loopback. Any other address lets other machines
    /// reach the emulator: its keys are public, so nothing of value may depend on them.
    /// </summary>
    public IPAddress ListenAddress { get; init; } = IPAddress.Loopback;
}
