namespace Recoup.Emulator.Core.State;

/// <summary>The state of one emulator's platform. One lock guards it.</summary>
internal sealed class PlatformState : IPlatformState
{
    private static readonly Uri Consent = new("https://connect.recoup.invalid/");
    private static readonly Uri Settings = new("https://app.recoup.invalid/settings/connectors?connected=true");

    private readonly Lock _gate = new();
    private readonly SeededIds _ids;
    private readonly List<EmulatedAccount> _accounts = [];
    private readonly Dictionary<(EmulatedAccount Caller, EmulatedAccount Target), AccountAccess> _access = [];
    private readonly ConnectionBook _connections = new();
    private readonly HashSet<string> _shared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EmulatedFile> _files = new(StringComparer.Ordinal);
    private readonly HashSet<EmulatedAccount> _down = [];
    private volatile CredentialBook _keys = CredentialBook.Empty;
    private volatile CredentialBook _tokens = CredentialBook.Empty;
    private volatile bool _isUpstreamDown;
    private int _connectionCount;

    public PlatformState(int seed, string defaultApiKey)
    {
        _ids = new SeededIds(seed);
        Default = AddAccount(defaultApiKey);
    }

    public EmulatedAccount Default { get; }

    /// <summary>All credentials, including revoked ones. Texts that leave the emulator must not contain them.</summary>
    public IReadOnlyList<string> Secrets
    {
        get
        {
            lock (_gate)
                return [.. _accounts.SelectMany(account => new[] { account.ApiKey, account.AccessToken })];
        }
    }

    public bool IsUpstreamDown { get => _isUpstreamDown; set => _isUpstreamDown = value; }

    public EmulatedAccount AddAccount(string? apiKey = null)
    {
        lock (_gate)
        {
            var name = FormattableString.Invariant($"{_accounts.Count}");
            var account = new EmulatedAccount(
                _ids.Guid("account", name),
                apiKey ?? "recoup_sk_emulator_" + _ids.Token("key", name),
                "emulator." + _ids.Token("token", name) + ".jwt");
            _accounts.Add(account);
            _keys = _keys.With(account.ApiKey, account);
            _tokens = _tokens.With(account.AccessToken, account);
            return account;
        }
    }

    public void RevokeCredentials(EmulatedAccount account)
    {
        lock (_gate)
            (_keys, _tokens) = (_keys.Without(account.ApiKey), _tokens.Without(account.AccessToken));
    }

    public bool Owns(EmulatedAccount account)
    {
        lock (_gate)
            return _accounts.Contains(account);
    }

    public EmulatedAccount? FindByKey(string apiKey) => _keys.Find(apiKey);

    public EmulatedAccount? FindByToken(string accessToken) => _tokens.Find(accessToken);

    public EmulatedAccount? FindAccount(Guid id)
    {
        lock (_gate)
            return _accounts.Find(account => account.Id == id);
    }

    public void Allow(EmulatedAccount caller, EmulatedAccount target, AccountAccess access)
    {
        lock (_gate)
            _access[(caller, target)] = access;
    }

    public AccountAccess AccessOf(EmulatedAccount caller, EmulatedAccount target)
    {
        lock (_gate)
            return caller == target ? AccountAccess.Full : _access.GetValueOrDefault((caller, target));
    }

    public Connection? FindConnection(EmulatedAccount account, string connectorSlug)
    {
        lock (_gate)
            return _connections.Find(account, connectorSlug);
    }

    public Connection? FindConnection(string connectionId)
    {
        lock (_gate)
            return _connections.Find(connection => connection.Id == connectionId);
    }

    public void SetConnection(EmulatedAccount account, string connectorSlug, ConnectionState state)
    {
        lock (_gate)
        {
            var current = _connections.Find(account, connectorSlug);
            if (state == ConnectionState.None)
                _connections.RemoveAll(account, connectorSlug);
            else
                _connections.Settle((current ?? Create(account, connectorSlug, null)) with { State = state });
        }
    }

    public Connection BeginAuthorization(EmulatedAccount account, string connectorSlug, string? callbackUrl)
    {
        lock (_gate)
        {
            var connection = Create(account, connectorSlug, callbackUrl);
            _connections.Add(connection);
            return connection;
        }
    }

    /// <summary>Completes the authorization at a redirect URL, as if the user had consented. Returns null if the URL is unknown.</summary>
    public Connection? CompleteAuthorization(Uri redirectUrl)
    {
        lock (_gate)
        {
            if (_connections.Find(connection => connection.RedirectUrl == redirectUrl) is not { } initiated)
                return null;
            var active = initiated with { State = ConnectionState.Active };
            _connections.Settle(active);
            return active;
        }
    }

    public void Remove(Connection connection)
    {
        lock (_gate)
            _connections.Remove(connection);
    }

    public bool IsShared(string connectorSlug)
    {
        lock (_gate)
            return _shared.Contains(connectorSlug);
    }

    public void SetShared(string connectorSlug, bool isConnected)
    {
        lock (_gate)
            _ = isConnected ? _shared.Add(connectorSlug) : _shared.Remove(connectorSlug);
    }

    // Staging a URL twice gives the same key, because the server stores equal content once.
    public EmulatedFile Stage(string url, string name, string mimeType)
    {
        var file = new EmulatedFile(name, mimeType, "staged/" + _ids.Token("file", url) + "/" + name);
        lock (_gate)
            _files[file.S3Key] = file;
        return file;
    }

    public bool IsStaged(string key)
    {
        lock (_gate)
            return _files.ContainsKey(key);
    }

    public bool IsUpstreamDownFor(EmulatedAccount account)
    {
        lock (_gate)
            return _down.Contains(account);
    }

    public void SetUpstreamDown(EmulatedAccount account, bool isDown)
    {
        lock (_gate)
            _ = isDown ? _down.Add(account) : _down.Remove(account);
    }

    private Connection Create(EmulatedAccount account, string connectorSlug, string? callbackUrl)
    {
        var id = "ca_" + _ids.Token("connection", FormattableString.Invariant($"{_connectionCount++}"));
        return new Connection(id, account, connectorSlug, ConnectionState.Initiated)
        {
            RedirectUrl = new Uri(Consent, id),
            CallbackUrl = callbackUrl ?? Settings.AbsoluteUri,
        };
    }
}
