using Recoup.Emulator.Core.State;

namespace Recoup.Emulator.Worlds;

/// <summary>Reads the accounts of a world, and checks that they differ and that every name of an account is one of them.</summary>
internal sealed class AccountsReader
{
    private static readonly string[] CredentialStates = ["valid", "revoked"];

    private readonly List<WorldAccount> _accounts = [];
    private readonly List<(string What, string Value, WorldValue Place)> _identities = [];
    private WorldName? _default;

    /// <summary>The accounts, the default one first, the others in the order of the file.</summary>
    public IReadOnlyList<WorldAccount> DefaultFirst => [.. _accounts.OrderBy(account => account.Name != (_default?.Text ?? account.Name))];

    public void ReadDefault(WorldValue value) => _default = value.Name("the name of an account");

    public void Read(WorldValue value)
    {
        foreach (var (name, place, account) in value.Entries("the accounts", WorldLimits.Accounts))
        {
            if (!IsName(name))
                place.Unexpected("a name of 1 to 64 letters, digits, '.', '_' or '-'", place.Excerpt);
            _accounts.Add(Read(name, place, account));
        }
    }

    /// <summary>Checks what the accounts and the stubs say of each other.</summary>
    public void Check(IEnumerable<WorldStub> stubs)
    {
        foreach (var repeated in _identities.GroupBy(identity => (identity.What, identity.Value)).SelectMany(group => group.Skip(1)))
            repeated.Place.Unexpected($"another {repeated.What} for each account", "that of an account above");
        var names = _accounts.Select(account => account.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var account in _accounts)
        {
            foreach (var (target, _) in account.Access)
            {
                if (target.Text == account.Name)
                    target.Place.Unexpected("another account", "the account itself, which always has full access");
                Require(target, names);
            }
        }

        foreach (var name in stubs.Select(stub => stub.Account).Append(_default))
            Require(name, names);
    }

    private static void Require(WorldName? name, HashSet<string> names)
    {
        if (name is not null && !names.Contains(name.Text))
            name.Place.Unexpected("the name of an account of this world", name.Place.Excerpt, (name.Text, names));
    }

    private WorldAccount Read(string name, WorldValue place, WorldValue value)
    {
        var identity = new AccountIdentity { Name = name };
        var account = new WorldAccount(identity, place);
        value.Members(
            "an account",
            [
                new("id", id => identity = identity with { Id = Unique("id", id, id.Uuid()) }),
                new("key", key => identity = identity with { ApiKey = Unique("key", key, key.Credential()) }),
                new("token", token => identity = identity with { AccessToken = Unique("token", token, token.Credential()) }),
                new("credentials", state => account = account with { IsRevoked = state.OneOf(CredentialStates) == "revoked" }),
                new("connections", connections => account = account with { Connections = ReadConnections(connections) }),
                new("access", access => account = account with { Access = ReadAccess(access) }),
                new("upstream", state => account = account with { IsUpstreamDown = WorldReader.IsDown(state) }),
            ]);
        return account with { Identity = identity };
    }

    private T Unique<T>(string what, WorldValue place, T value)
    {
        if (value is not null)
            _identities.Add((what, $"{value}", place));
        return value;
    }

    private static List<WorldConnection> ReadConnections(WorldValue value)
    {
        var connections = new List<WorldConnection>();
        foreach (var (connector, place, state) in value.Entries("the connections", WorldLimits.Entries))
        {
            if (state.OneOf<ConnectionState>() is { } known)
                connections.Add(new WorldConnection(new WorldName(connector, place), known));
        }

        return connections;
    }

    private static List<WorldAccess> ReadAccess(WorldValue value)
    {
        var access = new List<WorldAccess>();
        foreach (var (target, place, kind) in value.Entries("the access to other accounts", WorldLimits.Accounts))
        {
            if (kind.OneOf<AccountAccess>() is { } known)
                access.Add(new WorldAccess(new WorldName(target, place), known));
        }

        return access;
    }

    private static bool IsName(string text) =>
        text.Length is >= 1 and <= 64 && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-');
}
