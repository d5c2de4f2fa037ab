namespace Recoup.Emulator.Core.State;

/// <summary>
/// The connections of all accounts. For each connector, an account has at most one settled connection and any number of initiated ones.
/// </summary>
internal sealed class ConnectionBook
{
    // Oldest first; never an empty list.
    private readonly Dictionary<(EmulatedAccount Account, string Connector), List<Connection>> _connections = [];

    /// <summary>The settled connection of an account, else the latest initiated one.</summary>
    public Connection? Find(EmulatedAccount account, string connectorSlug) =>
        _connections.TryGetValue((account, connectorSlug), out var own)
        ? own.Find(IsSettled) ?? own[^1]
        : null;

    public Connection? Find(Predicate<Connection> matches) =>
        _connections.Values.Select(own => own.Find(matches)).FirstOrDefault(found => found is not null);

    public void Add(Connection connection)
    {
        var key = (connection.Account, connection.ConnectorSlug);
        if (_connections.TryGetValue(key, out var own))
            own.Add(connection);
        else
            _connections.Add(key, [connection]);
    }

    /// <summary>Makes a connection the account's settled one and removes all others to the same connector.</summary>
    public void Settle(Connection connection) => _connections[(connection.Account, connection.ConnectorSlug)] = [connection];

    public void RemoveAll(EmulatedAccount account, string connectorSlug) => _connections.Remove((account, connectorSlug));

    public void Remove(Connection connection)
    {
        var key = (connection.Account, connection.ConnectorSlug);
        if (_connections.TryGetValue(key, out var own) && own.RemoveAll(other => other.Id == connection.Id) > 0 && own.Count == 0)
            _connections.Remove(key);
    }

    private static bool IsSettled(Connection connection) => connection.State != ConnectionState.Initiated;
}
