using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Recoup.Catalogs;
using Recoup.Catalogs.Rehearsals;
using Recoup.Emulator.Core.State;
using Recoup.Emulator.Core.Stubs;
using Recoup.Emulator.Engine;
using Recoup.Emulator.Hosts;
using Recoup.Emulator.TestSurface;
using Recoup.Typed;

namespace Recoup.Emulator;

/// <summary>
/// Emulates the Recoup connectors API. It checks credentials, accounts, connections and parameters as the contract says, and responds
/// as a test has scripted it. Emulators are cheap to start and share nothing, so use one per test.
/// </summary>
/// <example>
/// <code>
/// await using var emulator = RecoupEmulator.Start(RecoupCatalog.Load("recoup.catalog.json"));
/// emulator.Connect("googlesheets");
/// emulator.On(GoogleSheets.BatchUpdate).Returns(new { updatedCells = 4 });
/// await new WeeklyReport(emulator.CreateClient(), emulator.Clock).RunAsync();
/// emulator.Journal.ShouldHaveExecuted(GoogleSheets.BatchUpdate);
/// </code>
/// </example>
public sealed class RecoupEmulator : IAsyncDisposable
{
    /// <summary>The API key of every emulator's default account. It is public and valid on emulators only.</summary>
    public const string DefaultApiKey = AccountIdentity.DefaultApiKey;

    private static readonly Uri InProcessAddress = new("http://localhost/");

    private readonly RecoupEmulatorOptions _options;
    private readonly EmulatorEngine _engine;
    private readonly CancellationTokenSource _stopping = new();
    private readonly InProcessHost _inProcess;
    private readonly List<PortHost> _ports = [];
    private bool _isDisposed;

    private RecoupEmulator(
        RecoupCatalog catalog, RecoupEmulatorOptions options, Rehearsal? rehearsal, Action<RecoupEmulator>? setup = null)
    {
        _options = options;
        _engine = new EmulatorEngine(catalog, options, rehearsal);
        _inProcess = new InProcessHost(_engine, _stopping.Token);
        _engine.Setup = () => setup?.Invoke(this);
        _engine.Setup();
    }

    /// <summary>
    /// The account of clients that are created without one. Its key is <see cref="DefaultApiKey"/> and its initial connections come from
    /// the catalog, unless <see cref="RecoupEmulatorOptions.World"/> gives it others.
    /// </summary>
    public EmulatedAccount DefaultAccount => _engine.State.Default;

    /// <summary>All accounts: the default account, then the others in the order in which they were added.</summary>
    public IReadOnlyList<EmulatedAccount> Accounts => _engine.State.Accounts;

    /// <summary>Records every exchange with this emulator.</summary>
    public Journal Journal => _engine.Journal;

    /// <summary>
    /// The clock of executions, delays and timeouts: <see cref="RecoupEmulatorOptions.TimeProvider"/>, else an <see cref="EmulatorClock"/>.
    /// Pass it to the code under test, so that its own waits take no time either.
    /// </summary>
    public TimeProvider Clock => _engine.Clock;

    /// <summary>
    /// Whether all third-party services are unreachable. In documented behavior, executions get a 502; in deployed behavior, they get a
    /// 404 and the list of actions is empty (D6, D16).
    /// </summary>
    public bool IsUpstreamDown { get => _engine.State.IsUpstreamDown; set => _engine.State.IsUpstreamDown = value; }

    /// <summary>The behavior without the divergences that are switched individually.</summary>
    public ApiBehavior Behavior => _engine.Selection.Behavior;

    /// <summary>The divergences that the emulator shows, in the order of their numbers.</summary>
    public IReadOnlyList<Divergence> ActiveDivergences => [.. Divergences.All.Where(_engine.Selection.Has)];

    /// <summary>Starts an emulator in process. It opens no socket.</summary>
    /// <param name="catalog">The actions of the emulator. Its index is cached, so further emulators over the same catalog start
    /// immediately.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="RecoupEmulatorException">The catalog lacks a connector or an action of the world in the options.</exception>
    public static RecoupEmulator Start(RecoupCatalog catalog, RecoupEmulatorOptions? options = null) =>
        Start(catalog, options ?? new RecoupEmulatorOptions(), Rehearsal.Current);

    /// <summary>Starts an emulator in process, in the state that a world describes, with the default options.</summary>
    /// <inheritdoc cref="Start(RecoupCatalog, RecoupEmulatorOptions)"/>
    /// <param name="catalog">The actions of the emulator.</param>
    /// <param name="world">The state; the same as <see cref="RecoupEmulatorOptions.World"/>.</param>
    public static RecoupEmulator Start(RecoupCatalog catalog, World world) =>
        Start(catalog, new RecoupEmulatorOptions { World = world ?? throw new ArgumentNullException(nameof(world)) });

    /// <summary>Starts an emulator in process, and sets it up.</summary>
    /// <inheritdoc cref="Start(RecoupCatalog, RecoupEmulatorOptions)"/>
    /// <param name="catalog">The actions of the emulator.</param>
    /// <param name="options">The options.</param>
    /// <param name="setup">Is called at the start, on top of <see cref="RecoupEmulatorOptions.World"/>, and after each
    /// <see cref="Reset"/>.</param>
    public static RecoupEmulator Start(RecoupCatalog catalog, RecoupEmulatorOptions options, Action<RecoupEmulator> setup)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(setup);
        return new RecoupEmulator(catalog, options, Rehearsal.Current, setup);
    }

    /// <summary>Starts an emulator as a part of a rehearsal or not.</summary>
    internal static RecoupEmulator Start(RecoupCatalog catalog, RecoupEmulatorOptions options, Rehearsal? rehearsal) =>
        new(catalog, options, rehearsal);

    /// <summary>
    /// Also serves this emulator on a port, over HTTP/1.1, at <see cref="RecoupEmulatorOptions.ListenAddress"/> (default: loopback).
    /// </summary>
    /// <param name="port">The port, or 0 for any free port.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The base address.</returns>
    /// <exception cref="IOException">The port is in use.</exception>
    public async Task<Uri> StartListeningAsync(int port = 0, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var host = await PortHost.StartAsync(_engine, _options, port, _stopping.Token, cancellationToken).ConfigureAwait(false);
        _ports.Add(host);
        return host.Address;
    }

    /// <summary>
    /// Selects a behavior. Divergences that were switched individually are reset. Requests that are under way end with the old behavior.
    /// </summary>
    /// <param name="behavior">The behavior.</param>
    public void SetBehavior(ApiBehavior behavior) => _engine.Select(behavior);

    /// <summary>Switches a divergence on or off. Requests that are under way end with the old behavior.</summary>
    /// <param name="divergence">The divergence, for example <see cref="Divergences.D3"/>.</param>
    /// <param name="isOn">Whether the emulator shows it.</param>
    /// <exception cref="RecoupEmulatorException">No request can show the divergence; the message says why.</exception>
    public void SetDivergence(Divergence divergence, bool isOn = true)
    {
        ArgumentNullException.ThrowIfNull(divergence);
        _engine.Switch(divergence, isOn);
    }

    /// <summary>
    /// Puts the emulator into the state in which it started: accounts, connections, stubs, recordings, files, journal, behavior, and the
    /// clock if it is the emulator's own. Objects for the accounts and stubs of before are no longer valid. If the setup throws, the
    /// exception passes, and everything is what it was.
    /// </summary>
    public void Reset() => _engine.Reset();

    /// <summary>
    /// Replaces accounts, connections, stubs, recordings and files by those of a world, and clears the journal. The behavior and the clock
    /// stay. Objects for the accounts and stubs of before are no longer valid.
    /// </summary>
    /// <param name="world">The new state.</param>
    /// <exception cref="RecoupEmulatorException">
    /// The catalog lacks a connector or an action of the world. The state is what it was.
    /// </exception>
    public void Load(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        _engine.Load(world);
    }

    /// <summary>
    /// Saves accounts, connections, stubs and files as a world. Stubs continue with the outcomes that are left. Stubs and files that were
    /// scripted in C#, and recordings, are not part of it. Connections get new ids when the world is loaded.
    /// </summary>
    /// <exception cref="RecoupEmulatorException">The state is larger than a world can be.</exception>
    public World SaveWorld() => _engine.Save();

    /// <summary>Creates a typed client in process, with an account's key and this emulator's clock. Disposing it is optional.</summary>
    /// <param name="account">The account whose key is sent; null for the default account.</param>
    public RecoupClient CreateClient(EmulatedAccount? account = null) => new(
        new HttpClient(CreateHandler()) { BaseAddress = InProcessAddress, Timeout = Timeout.InfiniteTimeSpan },
        new RecoupClientOptions { ApiKey = Own(account).ApiKey, TimeProvider = Clock });

    /// <summary>Creates an HTTP client in process that sends an account's key as <c>x-api-key</c>.</summary>
    /// <param name="account">The account whose key is sent; null for the default account.</param>
    public HttpClient CreateHttpClient(EmulatedAccount? account = null)
    {
        var client = new HttpClient(CreateHandler()) { BaseAddress = InProcessAddress };
        client.DefaultRequestHeaders.Add("x-api-key", Own(account).ApiKey);
        return client;
    }

    /// <summary>
    /// Creates a handler that sends every request to this emulator in process, regardless of its host. It adds no credential.
    /// </summary>
    public HttpMessageHandler CreateHandler()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _inProcess.CreateHandler();
    }

    /// <summary>Returns an account of <see cref="RecoupEmulatorOptions.World"/>.</summary>
    /// <param name="name">The account's name in the world.</param>
    /// <exception cref="RecoupEmulatorException">The world has no such account.</exception>
    public EmulatedAccount GetAccount(string name) => _engine.State.RequireAccount(name);

    /// <summary>Adds an account with its own key, without connections, and without access to or from other accounts.</summary>
    public EmulatedAccount AddAccount() => _engine.State.AddAccount();

    /// <summary>Sets the access of one account to another.</summary>
    /// <param name="caller">The account that sends the request.</param>
    /// <param name="target">The account that <c>account_id</c> names.</param>
    /// <param name="access">The access of the caller; full access by default.</param>
    public void AllowAccess(EmulatedAccount caller, EmulatedAccount target, AccountAccess access = AccountAccess.Full) =>
        _engine.State.Allow(Own(caller), Own(target), access);

    /// <summary>Makes an account's key and access token invalid.</summary>
    /// <param name="account">The account; null for the default account.</param>
    public void RevokeCredentials(EmulatedAccount? account = null) => _engine.State.RevokeCredentials(Own(account));

    /// <summary>Connects an account to a connector, as if its user had consented.</summary>
    /// <param name="connectorSlug">A connector of the catalog, or in deployed behavior one that the platform offers (D24).</param>
    /// <param name="account">The account; null for the default account.</param>
    /// <exception cref="RecoupEmulatorException">There is no such connector.</exception>
    public void Connect(string connectorSlug, EmulatedAccount? account = null) =>
        SetConnection(connectorSlug, ConnectionState.Active, account);

    /// <summary>Removes an account's connection to a connector.</summary>
    /// <param name="connectorSlug">A connector of the catalog, or in deployed behavior one that the platform offers (D24).</param>
    /// <param name="account">The account; null for the default account.</param>
    /// <exception cref="RecoupEmulatorException">There is no such connector.</exception>
    public void Disconnect(string connectorSlug, EmulatedAccount? account = null) =>
        SetConnection(connectorSlug, ConnectionState.None, account);

    /// <summary>Sets the state of an account's connection to a connector.</summary>
    /// <param name="connectorSlug">A connector of the catalog, or in deployed behavior one that the platform offers (D24).</param>
    /// <param name="state">The new state.</param>
    /// <param name="account">The account; null for the default account.</param>
    /// <exception cref="RecoupEmulatorException">There is no such connector.</exception>
    public void SetConnection(string connectorSlug, ConnectionState state, EmulatedAccount? account = null) =>
        _engine.State.SetConnection(Own(account), _engine.Services.RequireConnector(connectorSlug), state);

    /// <summary>Returns the state of an account's connection to a connector.</summary>
    /// <param name="connectorSlug">A connector of the catalog, or in deployed behavior one that the platform offers (D24).</param>
    /// <param name="account">The account; null for the default account.</param>
    /// <exception cref="RecoupEmulatorException">There is no such connector.</exception>
    public ConnectionState GetConnection(string connectorSlug, EmulatedAccount? account = null) =>
        _engine.State.FindConnection(Own(account), _engine.Services.RequireConnector(connectorSlug))?.State ?? ConnectionState.None;

    /// <summary>
    /// Completes an authorization that POST /api/connectors started, as if the user had consented. The connection is then active.
    /// </summary>
    /// <param name="redirectUrl">The <c>redirectUrl</c> of the response.</param>
    /// <returns>The address to which the user returns: the request's <c>callback_url</c>, else the platform's settings page.</returns>
    /// <exception cref="RecoupEmulatorException">
    /// This emulator has no connection with that address, or <c>callback_url</c> is no URL for .NET, which refuses some that browsers read.
    /// </exception>
    public Uri CompleteAuthorization(Uri redirectUrl) => _engine.State.CompleteAuthorization(redirectUrl);

    /// <inheritdoc cref="CompleteAuthorization(Uri)"/>
    public Uri CompleteAuthorization(string redirectUrl) => CompleteAuthorization(new Uri(redirectUrl));

    /// <summary>
    /// Connects or disconnects the platform's own account, whose connections every account may use on the deployed server (D11).
    /// Without that divergence, it has no effect.
    /// </summary>
    /// <param name="connectorSlug">A connector of the catalog, or in deployed behavior one that the platform offers (D24).</param>
    /// <param name="isConnected">Whether the platform's account is connected.</param>
    /// <exception cref="RecoupEmulatorException">There is no such connector.</exception>
    public void SetSharedConnection(string connectorSlug, bool isConnected = true) =>
        _engine.State.SetShared(_engine.Services.RequireConnector(connectorSlug), isConnected);

    /// <summary>
    /// Makes the third-party services unreachable for one account. In documented behavior, its executions get a 502; in deployed behavior,
    /// actions of its own connections leave the list and get a 404, and shared ones stay.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="isDown">Whether the services are unreachable.</param>
    public void SetUpstreamDown(EmulatedAccount account, bool isDown = true) => _engine.State.SetUpstreamDown(Own(account), isDown);

    /// <summary>Stages a file, as POST /api/connectors/files does.</summary>
    /// <param name="name">The name of the file.</param>
    /// <param name="mimeType">The media type of the file.</param>
    public EmulatedFile StageFile(string name, string mimeType)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(mimeType);
        return _engine.State.Stage("staged:" + name, name, mimeType);
    }

    /// <summary>Scripts the calls of an action.</summary>
    /// <param name="action">The generated method, for example <c>GoogleSheets.BatchUpdate</c>.</param>
    /// <exception cref="RecoupEmulatorException">The method is not generated from an action, or the catalog has no such action.</exception>
    [StackTraceHidden]
    public ActionStub On(Delegate action) => On(ActionSlug.Of(action));

    /// <summary>Scripts the calls of an action.</summary>
    /// <param name="slug">The action's slug.</param>
    /// <exception cref="RecoupEmulatorException">The catalog has no such action.</exception>
    [StackTraceHidden]
    public ActionStub On(string slug) => new(_engine.Services.Stubs.Add(new Stub(_engine.Services.Catalog.RequireAction(slug))));

    /// <summary>Scripts the calls of an action with exactly the parameters of a given call.</summary>
    /// <param name="call">The call.</param>
    /// <exception cref="RecoupEmulatorException">The catalog has no such action.</exception>
    [StackTraceHidden]
    public ActionStub On<T>(ActionCall<T> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return On(call.Slug).WithParameters(call);
    }

    /// <summary>Scripts the calls of every action.</summary>
    public ActionStub OnEveryAction() => new(_engine.Services.Stubs.Add(new Stub(Stub.EveryAction)));

    internal EmulatorEngine Engine => _engine;

    /// <summary>The stubs of this emulator, the oldest first.</summary>
    public IReadOnlyList<ActionStub> Stubs => [.. _engine.Services.Stubs.Stubs.Select(stub => new ActionStub(stub))];

    /// <summary>Removes a stub, so that it answers no further call.</summary>
    /// <param name="stub">A stub of this emulator.</param>
    /// <returns>Whether the emulator had the stub.</returns>
    public bool Remove(ActionStub stub)
    {
        ArgumentNullException.ThrowIfNull(stub);
        return stub.IsOf(_engine.Services.Stubs) && _engine.Services.Stubs.Remove(stub.Id);
    }

    /// <summary>Removes all stubs.</summary>
    public void ClearStubs() => _engine.Services.Stubs.Clear();

    /// <summary>
    /// Answers calls from a recording that <see cref="RecoupRecorder"/> or <c>recoup verify --record</c> has written. Stubs come first.
    /// </summary>
    /// <param name="path">The path of the file, in JSON Lines.</param>
    /// <remarks>
    /// A recording answers calls of the same action with equal parameters, for any account. Where a value was replaced by a stand-in, its
    /// type and format are compared. Several recordings of equal calls answer in the order in which they were recorded, and the last one
    /// answers all further calls. A call without a recording fails if the emulator is <see cref="RecoupEmulatorOptions.Strict"/>, and says
    /// how the nearest recording of its action differs; otherwise, it gets the default result.
    /// <para>
    /// The result is the recorded one. In deployed behavior, it gets the envelope <c>{data, error, successful}</c> if it was recorded
    /// without it. A recorded 5xx becomes the failure of the third-party service: 502, or 500 in deployed behavior.
    /// </para>
    /// </remarks>
    /// <exception cref="RecoupEmulatorException">
    /// The file cannot be read. The message names the line that is wrong. A last line that is cut is ignored.
    /// </exception>
    public void Replay(string path) => Replay(path, new ReplayOptions());

    /// <inheritdoc cref="Replay(string)"/>
    /// <param name="path">The path of the file, in JSON Lines.</param>
    /// <param name="options">What happens to calls without a recording, and when recordings expire.</param>
    public void Replay(string path, ReplayOptions options)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        _engine.Services.Replays.Add(path, options);
    }

    /// <summary>Scripts the staging of the file at a URL. Without a script, every web URL has a file, which its name describes.</summary>
    /// <param name="url">The URL exactly as it is sent.</param>
    [SuppressMessage("Design", "CA1054:URI-like parameters should not be strings", Justification = "The exact text is compared.")]
    public FileStub OnFile(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return new FileStub(_engine.Services.Files, url);
    }

    /// <summary>
    /// Throws if a stub is unused, a scripted failure was never reached, or a call is in flight, regardless of
    /// <see cref="RecoupEmulatorOptions.Strict"/>.
    /// </summary>
    /// <exception cref="RecoupEmulatorException">Something is left; the message lists everything.</exception>
    public void Verify() => StrictCheck.Require(_engine.FindLeftOver());

    /// <summary>Stops the emulator: cancels the calls in flight and closes the ports.</summary>
    /// <exception cref="RecoupEmulatorException">In strict mode: <see cref="Verify"/> fails, or a call was unscripted.</exception>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        var leftOver = _options.Strict ? _engine.FindLeftOver() : [];
        await _stopping.CancelAsync().ConfigureAwait(false);
        foreach (var port in _ports)
            await port.DisposeAsync().ConfigureAwait(false);
        _inProcess.Dispose();
        _stopping.Dispose();
        StrictCheck.Require(leftOver);
    }

    private EmulatedAccount Own(EmulatedAccount? account) => _engine.State.RequireOwn(account ?? DefaultAccount);
}
