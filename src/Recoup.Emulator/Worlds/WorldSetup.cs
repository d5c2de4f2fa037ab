using Recoup.Emulator.Core.Operations;
using Recoup.Emulator.Core.State;
using Recoup.Emulator.Core.Stubs;

namespace Recoup.Emulator.Worlds;

/// <summary>Puts an emulator into the state that a world describes, by the same steps as a test in C#.</summary>
internal static class WorldSetup
{
    /// <summary>Sets up everything but the default account, which exists already.</summary>
    /// <exception cref="RecoupEmulatorException">The catalog lacks a connector or an action of the world.</exception>
    public static void Apply(World world, PlatformState state, ApiServices services)
    {
        Check(world, services);
        state.IsUpstreamDown = world.IsUpstreamDown;
        var accounts = AddAccounts(world, state);
        foreach (var account in world.Accounts)
            Apply(account, accounts, state, services);
        foreach (var connector in world.SharedConnections)
            state.SetShared(connector.Text, isConnected: true);
        foreach (var stub in world.Stubs)
            services.Stubs.Add(StubSetup.Create(stub, stub.Account is { } account ? accounts[account.Text] : null));
        foreach (var file in world.Files)
            file.Script(new FileStub(services.Files, file.Url));
        foreach (var (name, type, key) in world.StagedFiles)
            _ = key is null ? state.Stage(url: "staged:" + name, name, type) : state.Stage(new EmulatedFile(name, type, key));
    }

    private static void Check(World world, ApiServices services)
    {
        var problems = new WorldProblems(world.Path);
        var connectors = services.KnownConnectors;
        foreach (var name in world.Accounts.SelectMany(account => account.Connections ?? []).Select(connection => connection.Connector)
            .Concat(world.SharedConnections).Where(name => !connectors.Contains(name.Text)))
        {
            problems.Add(name.Place, "the slug of a connector", name.Place.Excerpt, (name.Text, connectors));
        }

        var slugs = services.Catalog.Entries.Select(entry => entry.Action.Slug);
        foreach (var name in world.Stubs.Select(stub => stub.Action)
            .Where(name => name.Text != Stub.EveryAction && services.Catalog.Find(name.Text) is null))
        {
            problems.Add(name.Place, "the slug of an action of the catalog, or *", name.Place.Excerpt, (name.Text, slugs));
        }

        problems.Require();
    }

    private static Dictionary<string, EmulatedAccount> AddAccounts(World world, PlatformState state)
    {
        var problems = new WorldProblems(world.Path);
        var accounts = new Dictionary<string, EmulatedAccount>(StringComparer.Ordinal);
        var (ids, keys, tokens) = (new HashSet<Guid>(), new HashSet<string>(), new HashSet<string>());
        foreach (var described in world.Accounts)
        {
            var account = accounts.Count == 0 ? state.Default : state.AddAccount(described.Identity);
            accounts.Add(described.Name, account);

            // What the emulator makes up for one account may be what the world gives to another.
            if (!ids.Add(account.Id) | !keys.Add(account.ApiKey) | !tokens.Add(account.AccessToken))
            {
                problems.Add(
                    described.Place, "an id and credentials that no other account has", "those that the emulator gives to another one");
            }
        }

        problems.Require();
        return accounts;
    }

    private static void Apply(
        WorldAccount described, Dictionary<string, EmulatedAccount> accounts, PlatformState state, ApiServices services)
    {
        var account = accounts[described.Name];
        if (described.Connections is not null && account == state.Default)
        {
            foreach (var connector in services.Catalog.Connectors)
                state.SetConnection(account, connector.Slug, ConnectionState.None);
        }

        foreach (var (connector, connection) in described.Connections ?? [])
            state.SetConnection(account, connector.Text, connection);
        foreach (var (target, access) in described.Access)
            state.Allow(account, accounts[target.Text], access);
        if (described.IsRevoked)
            state.RevokeCredentials(account);
        state.SetUpstreamDown(account, described.IsUpstreamDown);
    }
}
