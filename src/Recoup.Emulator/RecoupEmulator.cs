using Recoup.Catalogs;
using Recoup.Emulator.Core;
using Recoup.Emulator.Core.Catalog;
using Recoup.Emulator.Core.Journaling;
using Recoup.Emulator.Core.Outcomes;
using Recoup.Emulator.Core.Scripting;
using Recoup.Emulator.Deployed;
using Recoup.Emulator.Hosting;
using Recoup.Emulator.State;
using Recoup.Typed;

namespace Recoup.Emulator;

/// <summary>
/// The Recoup connectors API in process: it checks credentials, accounts, connections and parameters as the contract says, and answers
/// as a test has scripted. Cheap to start and shares nothing with any other, so: one per test.
/// </summary>
/// <example>
/// <code>
/// await using var emulator = RecoupEmulator.Start(RecoupCatalog.Load("recoup.catalog.json"));
/// emulator.Connect("googlesheets");
/// emulator.On(GoogleSheets.BatchUpdate).Returns(new { updatedCells = 4 });
/// await new WeeklyReport(emulator.CreateClient()).RunAsync();
/// emulator.Journal.ShouldHaveExecuted(GoogleSheets.BatchUpdate);
/// </code>
/// </example>
public sealed class RecoupEmulator : IAsyncDisposable
{
    /// <summary>The key of every emulator's default account. Published, and worth nothing elsewhere.</summary>
    public const string DefaultApiKey = "recoup_sk_emulator_default";

    private static readonly Uri InProcessAddress = new("http://localhost/");

    private readonly CatalogIndex _catalog;
    private readonly RecoupEmulatorOptions _options;
    private readonly PlatformState _state;
    private readonly StubBook _stubs;
    private readonly FileScript _files = new();
    private readonly JournalStore _journal;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConnectorsApi _api;
    private readonly InProcessHost _inProcess;
    private readonly List<PortHost> _ports = [];
    private bool _isDisposed;

    private RecoupEmulator(RecoupCatalog catalog, RecoupEmulatorOptions options)
    {
        _catalog = CatalogIndex.Of(catalog);
        _options = options;
        _state = new PlatformState(options.Seed, DefaultApiKey);
        _stubs = new StubBook(options.Strict);
        _journal = new JournalStore(options.JournalCapacity);
        Clock = options.TimeProvider ?? new EmulatorClock();
        Journal = new Journal(_journal, KnownSlug, () => _state.Secrets);
        foreach (var connector in _catalog.Connectors.Where(connector => connector.IsConnected))
            _state.SetConnection(_state.Default, connector.Slug, ConnectionState.Active);

        _api = new ConnectorsApi(new ApiServices
        {
            Catalog = _catalog,
            State = _state,
            Rules = BehaviorRules.Of(options),
            Stubs = _stubs,
            Files = _files,
            DefaultResults = new DefaultResults(new SeededIds(options.Seed)),
            Journal = _journal,
            Clock = Clock,
            MaxRequestBodySize = options.MaxRequestBodySize,
            MaxDepth = options.MaxDepth,
        });
        _inProcess = new InProcessHost(_api, _stopping.Token);
    }

    /// <summary>The account that clients act as unless told otherwise. Its key is <see cref="DefaultApiKey"/>; its connections are at first the catalog's.</summary>
    public EmulatedAccount DefaultAccount => _state.Default;

    /// <summary>Every exchange with this emulator.</summary>
    public Journal Journal { get; }

    /// <summary>
    /// The clock of executions, delays and time-outs: <see cref="RecoupEmulatorOptions.TimeProvider"/>, else an <see cref="EmulatorClock"/>.
    /// Give it to the code under test, and its back-off takes no time either.
    /// </summary>
    public TimeProvider Clock { get; }

    /// <summary>
    /// Whether no third-party service can be reached. Documented, executions answer 502; deployed, they answer 404 and the list of
    /// actions is empty (D6, D16).
    /// </summary>
    public bool IsUpstreamDown { get => _state.IsUpstreamDown; set => _state.IsUpstreamDown = value; }

    /// <summary>Starts an emulator in process. It opens no socket.</summary>
    /// <param name="catalog">The actions it knows. What is derived from a catalog is kept with it, so further emulators over the same one start at once.</param>
    /// <param name="options">How it behaves, or null for the defaults.</param>
    /// <exception cref="RecoupEmulatorException">The options contradict each other.</exception>
    public static RecoupEmulator Start(RecoupCatalog catalog, RecoupEmulatorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return new RecoupEmulator(catalog, options ?? new RecoupEmulatorOptions());
    }

    /// <summary>Serves the same emulator on a port as well, over HTTP/1.1, on loopback unless <see cref="RecoupEmulatorOptions.ListenAddress"/> says otherwise.</summary>
    /// <param name="port">The port, or 0 for any free one.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The base address.</returns>
    /// <exception cref="IOException">The port is taken.</exception>
    public async Task<Uri> StartListeningAsync(int port = 0, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var host = await PortHost.StartAsync(_api, _options.ListenAddress, port, _stopping.Token, cancellationToken).ConfigureAwait(false);
        _ports.Add(host);
        return host.Address;
    }

    /// <summary>A typed client in process, with an account's key and this emulator's clock. The caller disposes it, or need not.</summary>
    /// <param name="account">Whose key; the default account's unless given.</param>
    public RecoupClient CreateClient(EmulatedAccount? account = null) => new(
        new HttpClient(CreateHandler()) { BaseAddress = InProcessAddress, Timeout = Timeout.InfiniteTimeSpan },
        new RecoupClientOptions { ApiKey = Mine(account).ApiKey, TimeProvider = Clock });

    /// <summary>An HTTP client in process that sends an account's key as <c>x-api-key</c>.</summary>
    /// <param name="account">Whose key; the default account's unless given.</param>
    public HttpClient CreateHttpClient(EmulatedAccount? account = null)
    {
        var client = new HttpClient(CreateHandler()) { BaseAddress = InProcessAddress };
        client.DefaultRequestHeaders.Add("x-api-key", Mine(account).ApiKey);
        return client;
    }

    /// <summary>A handler that sends every request to this emulator in process, whatever its host, and adds no credential.</summary>
    public HttpMessageHandler CreateHandler()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _inProcess.CreateHandler();
    }

    /// <summary>Adds an account with a key of its own, no connections, and no access to or from any other account.</summary>
    public EmulatedAccount AddAccount() => _state.AddAccount();

    /// <summary>Lets one account read and act for another.</summary>
    /// <param name="caller">Who sends the request.</param>
    /// <param name="target">Whom its <c>account_id</c> names.</param>
    /// <param name="access">What the caller may do; everything unless given.</param>
    public void AllowAccess(EmulatedAccount caller, EmulatedAccount target, AccountAccess access = AccountAccess.Full) =>
        _state.Allow(Mine(caller), Mine(target), access);

    /// <summary>Makes an account's key and access token invalid from now on.</summary>
    /// <param name="account">The account; the default one unless given.</param>
    public void RevokeCredentials(EmulatedAccount? account = null) => _state.RevokeCredentials(Mine(account));

    /// <summary>Connects an account to a connector, as if its user had consented.</summary>
    /// <param name="connectorSlug">A connector of the catalog.</param>
    /// <param name="account">The account; the default one unless given.</param>
    /// <exception cref="RecoupEmulatorException">The catalog has no such connector.</exception>
    public void Connect(string connectorSlug, EmulatedAccount? account = null) => SetConnection(connectorSlug, ConnectionState.Active, account);

    /// <summary>Removes an account's connection to a connector.</summary>
    /// <param name="connectorSlug">A connector of the catalog.</param>
    /// <param name="account">The account; the default one unless given.</param>
    /// <exception cref="RecoupEmulatorException">The catalog has no such connector.</exception>
    public void Disconnect(string connectorSlug, EmulatedAccount? account = null) => SetConnection(connectorSlug, ConnectionState.None, account);

    /// <summary>Puts an account's connection to a connector into any state.</summary>
    /// <param name="connectorSlug">A connector of the catalog.</param>
    /// <param name="state">The state.</param>
    /// <param name="account">The account; the default one unless given.</param>
    /// <exception cref="RecoupEmulatorException">The catalog has no such connector.</exception>
    public void SetConnection(string connectorSlug, ConnectionState state, EmulatedAccount? account = null) =>
        _state.SetConnection(Mine(account), KnownConnector(connectorSlug), state);

    /// <summary>Where an account's connection to a connector stands.</summary>
    /// <param name="connectorSlug">A connector of the catalog.</param>
    /// <param name="account">The account; the default one unless given.</param>
    /// <exception cref="RecoupEmulatorException">The catalog has no such connector.</exception>
    public ConnectionState GetConnection(string connectorSlug, EmulatedAccount? account = null) =>
        _state.FindConnection(Mine(account), KnownConnector(connectorSlug))?.State ?? ConnectionState.None;

    /// <summary>Plays the user who consents at the address that POST /api/connectors gave out. The connection is active from then on.</summary>
    /// <param name="redirectUrl">The <c>redirectUrl</c> of that answer.</param>
    /// <returns>Where the user is sent afterwards: the request's <c>callback_url</c>, else the platform's settings page.</returns>
    /// <exception cref="RecoupEmulatorException">This emulator gave out no such address.</exception>
    public Uri CompleteAuthorization(Uri redirectUrl) => _state.CompleteAuthorization(redirectUrl)?.CallbackUrl
        ?? throw new RecoupEmulatorException($"No authorization waits at {redirectUrl}. It is the redirectUrl that POST /api/connectors answers, and it is good until the connection is removed.");

    /// <inheritdoc cref="CompleteAuthorization(Uri)"/>
    public Uri CompleteAuthorization(string redirectUrl) => CompleteAuthorization(new Uri(redirectUrl));

    /// <summary>
    /// Connects or disconnects the platform's own account, whose connections everybody may use on the deployed server (divergence D11).
    /// Without that divergence it has no effect.
    /// </summary>
    /// <param name="connectorSlug">A connector of the catalog.</param>
    /// <param name="isConnected">Whether it is connected.</param>
    /// <exception cref="RecoupEmulatorException">The catalog has no such connector.</exception>
    public void SetSharedConnection(string connectorSlug, bool isConnected = true) => _state.SetShared(KnownConnector(connectorSlug), isConnected);

    /// <summary>
    /// Makes the third-party services unreachable for one account: its own actions fail with 502; deployed, they vanish from the list
    /// and answer 404, and what is not its own stays.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="isDown">Whether they are unreachable.</param>
    public void SetUpstreamDown(EmulatedAccount account, bool isDown = true) => _state.SetUpstreamDown(Mine(account), isDown);

    /// <summary>Stages a file, as if POST /api/connectors/files had done it before.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="mimeType">Its media type.</param>
    public EmulatedFile StageFile(string name, string mimeType) => _state.Stage("staged:" + name, name, mimeType);

    /// <summary>Scripts the calls of an action.</summary>
    /// <param name="action">The generated method itself, for example <c>GoogleSheets.BatchUpdate</c>.</param>
    /// <exception cref="RecoupEmulatorException">The method is not a generated one, or the catalog has no such action.</exception>
    public ActionStub On(Delegate action) => On(ActionSlug.Of(action));

    /// <summary>Scripts the calls of an action.</summary>
    /// <param name="slug">The action's slug.</param>
    /// <exception cref="RecoupEmulatorException">The catalog has no such action.</exception>
    public ActionStub On(string slug) => new(_stubs.Add(new Stub(KnownSlug(slug))));

    /// <summary>Scripts the calls of an action that have exactly these parameters.</summary>
    /// <param name="call">The whole call.</param>
    /// <exception cref="RecoupEmulatorException">The catalog has no such action.</exception>
    public ActionStub On<T>(ActionCall<T> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return On(call.Slug).WithParameters(call);
    }

    /// <summary>Scripts what stands at an address that a file is staged from. Unscripted, every web address has a file, told by its name.</summary>
    /// <param name="url">The address exactly as it is sent.</param>
    public FileStub OnFile(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return new FileStub(_files, url);
    }

    /// <summary>
    /// Demands, whatever <see cref="RecoupEmulatorOptions.Strict"/> says, that no stub is unused, no scripted outcome was never reached,
    /// and no call is in flight.
    /// </summary>
    /// <exception cref="RecoupEmulatorException">Something is left; the message lists all of it.</exception>
    public void Verify() => StrictCheck.Require(_stubs, _journal);

    /// <summary>Stops the emulator: ends what is in flight, closes its ports.</summary>
    /// <exception cref="RecoupEmulatorException">In strict mode, what <see cref="Verify"/> says, and every unscripted call.</exception>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        var leftOver = _options.Strict ? StrictCheck.Find(_stubs, _journal) : [];
        await _stopping.CancelAsync().ConfigureAwait(false);
        foreach (var port in _ports)
            await port.DisposeAsync().ConfigureAwait(false);
        _inProcess.Dispose();
        _stopping.Dispose();
        StrictCheck.Require(leftOver);
    }

    private EmulatedAccount Mine(EmulatedAccount? account)
    {
        if (account is null)
            return DefaultAccount;
        return _state.Owns(account) ? account : throw new RecoupEmulatorException($"The {account} is not of this emulator. Take one from DefaultAccount or AddAccount().");
    }

    private string KnownSlug(string slug)
    {
        ArgumentNullException.ThrowIfNull(slug);
        return _catalog.Find(slug) is not null ? slug : throw Complaints.UnknownAction(slug, _catalog.Entries.Select(entry => entry.Action.Slug));
    }

    private string KnownConnector(string slug)
    {
        ArgumentNullException.ThrowIfNull(slug);
        return _catalog.HasConnector(slug) ? slug : throw Complaints.UnknownConnector(slug, _catalog.Connectors.Select(connector => connector.Slug));
    }
}
