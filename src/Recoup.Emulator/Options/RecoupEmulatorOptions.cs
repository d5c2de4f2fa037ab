using System.Net;
using System.Text.Json;

namespace Recoup.Emulator;

/// <summary>The options of an emulator, which are read when it starts.</summary>
public sealed class RecoupEmulatorOptions
{
    /// <summary>The base behavior. Default: <see cref="ApiBehavior.Documented"/>.</summary>
    public ApiBehavior Behavior { get; init; } = ApiBehavior.Documented;

    /// <summary>
    /// The state in which the emulator starts: accounts, access, connections, upstream, stubs and files. Any number of emulators can start
    /// with one world. Default: null, for one account with the connections of the catalog.
    /// </summary>
    public World? World { get; init; }

    /// <summary>
    /// The API key of the default account, unless <see cref="World"/> gives it another. Default: null, for
    /// <see cref="RecoupEmulator.DefaultApiKey"/>.
    /// </summary>
    public string? ApiKey { get; init; }

    /// <summary>Divergences to switch on in addition to those of <see cref="Behavior"/>. Default: none.</summary>
    public ISet<Divergence> With { get; init; } = new HashSet<Divergence>();

    /// <summary>Divergences to switch off, even if <see cref="Behavior"/> or <see cref="With"/> has them. Default: none.</summary>
    public ISet<Divergence> Without { get; init; } = new HashSet<Divergence>();

    /// <summary>
    /// Whether everything unexpected is a failure: an unscripted call throws immediately, and an unscripted call, an unused stub, a
    /// scripted failure that was never reached or a call in flight makes <see cref="RecoupEmulator.DisposeAsync"/> throw. Default: false.
    /// </summary>
    public bool Strict { get; init; }

    /// <summary>The seed of ids, keys of added accounts and default results. Equal seeds give equal bytes. Default: 0.</summary>
    public int Seed { get; init; }

    /// <summary>
    /// The clock of executions, delays and timeouts. Default: the emulator's own <see cref="EmulatorClock"/>, on which waits take no time.
    /// </summary>
    public TimeProvider? TimeProvider { get; init; }

    /// <summary>
    /// Whether responses omit the members that are optional in the contract (<c>executedAt</c>), to test code without them. Default: false.
    /// </summary>
    public bool OmitOptionalMembers { get; init; }

    /// <summary>
    /// Whether the provider's envelope also has the members <c>logId</c> and <c>sessionInfo</c>, as results of the deployed server may
    /// have. <c>logId</c> is a text that depends on <see cref="Seed"/> and the number of the request; <c>sessionInfo</c> is null. Results
    /// without an envelope, those of <c>ReturnsRaw</c> and recorded envelopes stay as they are. Default: false.
    /// </summary>
    public bool IncludeLogId { get; init; }

    /// <summary>
    /// The maximum size of a request body, in bytes. A larger body gets a 400 (deployed: 413). Default: 4,718,592 (4.5 MiB).
    /// </summary>
    public int MaxRequestBodySize { get; init; } = 4_718_592;

    /// <summary>The maximum depth of a request's JSON. Deeper JSON is treated as malformed. Default: 64.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>The number of exchanges that the journal keeps. Older ones are dropped and counted. Default: 100,000.</summary>
    public int JournalCapacity { get; init; } = 100_000;

    /// <summary>
    /// The memory that the exchanges of the journal take with their parameters, in bytes. Older exchanges are dropped and counted, but the
    /// latest one is kept, whatever its size. Default: 134,217,728 (128 MiB).
    /// </summary>
    public long JournalMaxBytes { get; init; } = 128 * 1024 * 1024;

    /// <summary>
    /// The address on which <see cref="RecoupEmulator.StartListeningAsync"/> listens. Default: loopback. With any other address, other
    /// machines can reach the emulator. Its keys are public, so they must not protect anything of value.
    /// </summary>
    public IPAddress ListenAddress { get; init; } = IPAddress.Loopback;

    /// <summary>
    /// Whether a port also serves the control API and the page, under <c>/_recoup/</c>. Default: true. If <see cref="ListenAddress"/> is
    /// not loopback, they are served only under <see cref="ControlHost"/>.
    /// </summary>
    public bool HasControl { get; init; } = true;

    /// <summary>
    /// The host name under which a port that other machines can reach serves the control API and the page, for example
    /// <c>emulator.test</c>. Whoever can send requests with this name controls the emulator. Default: null, for none.
    /// </summary>
    /// <exception cref="ArgumentException">The value is no host name, for example because it has a scheme or a port.</exception>
    public string? ControlHost
    {
        get;
        init => field = value is null || Uri.CheckHostName(value) != UriHostNameType.Unknown
            ? value
            : throw new ArgumentException(
                $"ControlHost: expected a host name without scheme and port, such as emulator.test, got '{value}'.", nameof(value));
    }

    /// <summary>
    /// The origins whose pages may call the emulated API on a port, for example <c>http://localhost:5173</c>: their preflight requests
    /// succeed, and they can read the responses. With divergence D26, every origin may. Default: none.
    /// </summary>
    public ISet<string> AllowedOrigins { get; init; } = new HashSet<string>();

    /// <summary>
    /// Writes a call as C#, for the page of the control API: from the slug of an action and its parameters; null if it cannot. Default:
    /// null, and the page shows calls as JSON and for curl only.
    /// </summary>
    public Func<string, JsonElement, string?>? CallRenderer { get; init; }

    /// <summary>
    /// Called after each exchange, on any thread, for example to print it. It must neither block nor throw. Default: null.
    /// </summary>
    public Action<Exchange>? OnExchange { get; init; }
}
