using Recoup.Catalogs.Problems;
using Recoup.Emulator.Core.Changes;
using Recoup.Emulator.Core.Messages;

namespace Recoup.Emulator.Core.State;

/// <summary>The state of one emulator's platform. One lock guards it.</summary>
internal sealed class PlatformState : IPlatformState
{
    private static readonly Uri Consent = new("https://connect.recoup.invalid/");
    private static readonly Uri Settings = new("https://app.recoup.invalid/settings/connectors?connected=true");

    private readonly Lock _gate = new();
    private readonly SeededIds _ids;
    private readonly ChangeFeed _changes;
    private readonly List<EmulatedAccount> _accounts = [];
    private readonly Dictionary<(EmulatedAccount Caller, EmulatedAccount Target), AccountAccess> _access = [];
    private readonly ConnectionBook _connections = new();
    private readonly HashSet<string> _shared = new(StringComparer.Ordinal);
    private readonly StagedFiles _staged = new();
    private readonly HashSet<EmulatedAccount> _down = [];
    private volatile CredentialBook _keys = CredentialBook.Empty;
    private volatile CredentialBook _tokens = CredentialBook.Empty;
    private volatile bool _isUpstreamDown;
    private int _connectionCount;

    public PlatformState(int seed, AccountIdentity first, ChangeFeed changes, int connections = 0)
    {
        (_ids, _changes, _connectionCount) = (new SeededIds(seed), changes, connections);
        Default = AddAccount(first);
    }

    public EmulatedAccount Default { get; }

    /// <summary>All accounts, the default one first.</summary>
    public IReadOnlyList<EmulatedAccount> Accounts
    {
        get
        {
            lock (_gate)
                return [.. _accounts];
        }
    }

    /// <summary>All credentials, including revoked ones. Texts that leave the emulator must not contain them.</summary>
    public IReadOnlyList<string> Secrets
    {
        get
        {
            lock (_gate)
                return [.. _accounts.SelectMany(account => new[] { account.ApiKey, account.AccessToken })];
        }
    }

    public bool IsUpstreamDown
    {
        get => _isUpstreamDown;
        set
        {
            _isUpstreamDown = value;
            _changes.Note(Change.Upstream);
        }
    }

    /// <summary>How many connections have been created. Their ids are never given again.</summary>
    public int ConnectionCount
    {
        get
        {
            lock (_gate)
                return _connectionCount;
        }
    }

    /// <summary>The access of an account to others, where it has been set.</summary>
    public IReadOnlyList<(EmulatedAccount Target, AccountAccess Access)> AccessOf(EmulatedAccount caller)
    {
        lock (_gate)
            return [.. _access.Where(entry => entry.Key.Caller == caller).Select(entry => (entry.Key.Target, entry.Value))];
    }

    /// <summary>The connectors to which the platform's own account is connected.</summary>
    public IReadOnlyList<string> Shared
    {
        get
        {
            lock (_gate)
                return [.. _shared.Order(StringComparer.Ordinal)];
        }
    }

    public IReadOnlyList<EmulatedFile> StagedFiles
    {
        get
        {
            lock (_gate)
                return _staged.All;
        }
    }

    public bool IsRevoked(EmulatedAccount account) => _keys.Find(account.ApiKey) is null;

    public EmulatedAccount AddAccount(AccountIdentity? identity = null)
    {
        lock (_gate)
        {
            var name = FormattableString.Invariant($"{_accounts.Count}");
            var account = new EmulatedAccount(
                identity?.Id ?? _ids.Guid("account", name),
                identity?.ApiKey ?? "recoup_sk_emulator_" + _ids.Token("key", name),
                identity?.AccessToken ?? "emulator." + _ids.Token("token", name) + ".jwt",
                identity?.Name);
            _accounts.Add(account);
            _keys = _keys.With(account.ApiKey, account);
            _tokens = _tokens.With(account.AccessToken, account);
            _changes.Note(Change.Accounts);
            return account;
        }
    }

    public void RevokeCredentials(EmulatedAccount account)
    {
        lock (_gate)
            (_keys, _tokens) = (_keys.Without(account.ApiKey), _tokens.Without(account.AccessToken));
        _changes.Note(Change.Accounts);
    }

    /// <summary>Returns the account if it is one of this emulator.</summary>
    /// <exception cref="RecoupEmulatorException">It belongs to another emulator.</exception>
    public EmulatedAccount RequireOwn(EmulatedAccount account) => Accounts.Contains(account)
        ? account
        : throw new RecoupEmulatorException(
            $"The {account} belongs to another emulator. Use DefaultAccount or AddAccount() of this one.");

    /// <summary>Returns the account with a name.</summary>
    /// <exception cref="RecoupEmulatorException">No account has the name.</exception>
    public EmulatedAccount RequireAccount(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var accounts = Accounts;
        return accounts.FirstOrDefault(account => account.Name == name) ?? throw new RecoupEmulatorException(
            $"The world has no account '{Excerpt.Of(name)}'.{Nearest.Question(name, accounts.Select(account => account.Name ?? ""))}");
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
        _changes.Note(Change.Accounts);
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

        _changes.Note(Change.Accounts);
    }

    public Connection BeginAuthorization(EmulatedAccount account, string connectorSlug, string? callbackUrl)
    {
        lock (_gate)
        {
            var connection = Create(account, connectorSlug, callbackUrl);
            _connections.Add(connection);
            _changes.Note(Change.Accounts);
            return connection;
        }
    }

    /// <summary>Completes the authorization at a redirect URL, as if the user had consented.</summary>
    /// <returns>The address to which the user returns.</returns>
    /// <exception cref="RecoupEmulatorException">No connection has the URL, or .NET cannot hold the address.</exception>
    public Uri CompleteAuthorization(Uri redirectUrl)
    {
        string callback;
        lock (_gate)
        {
            var initiated = _connections.Find(connection => connection.RedirectUrl == redirectUrl) ?? throw new RecoupEmulatorException(
                $"There is no authorization at {redirectUrl}. Pass the redirectUrl from the response of POST /api/connectors; "
                + "it is valid until the connection is removed.");
            _connections.Settle(initiated with { State = ConnectionState.Active });
            callback = initiated.CallbackUrl;
        }

        _changes.Note(Change.Accounts);

        return Uri.TryCreate(callback, UriKind.Absolute, out var url)
            ? url
            : throw new RecoupEmulatorException(
                $"The connection is active, but the callback_url '{Excerpt.Of(callback)}' cannot be "
                + "returned: it is a URL for browsers, not for .NET.");
    }

    public void Remove(Connection connection)
    {
        lock (_gate)
            _connections.Remove(connection);
        _changes.Note(Change.Accounts);
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
        _changes.Note(Change.Accounts);
    }

    // Staging a URL twice gives the same key, because the server stores equal content once.
    public EmulatedFile Stage(string url, string name, string mimeType) =>
        Stage(new EmulatedFile(name, mimeType, "staged/" + _ids.Token("file", url) + "/" + name));

    public EmulatedFile Stage(EmulatedFile file)
    {
        lock (_gate)
            _staged.Add(file);
        return file;
    }

    public bool IsStaged(string key)
    {
        lock (_gate)
            return _staged.Contains(key);
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
        _changes.Note(Change.Upstream);
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
