namespace Recoup.Emulator.State;

/// <summary>All connections, oldest first. An account has at most one that is settled for each connector; any number may be initiated.</summary>
internal sealed class ConnectionBook
{
    private readonly List<Connection> _connections = [];

    public Connection? Find(EmulatedAccount account, string connectorSlug) =>
        Of(account, connectorSlug).FirstOrDefault(IsSettled) ?? Of(account, connectorSlug).LastOrDefault();

    public Connection? Find(Predicate<Connection> matches) => _connections.Find(matches);

    public void Add(Connection connection) => _connections.Add(connection);

    /// <summary>Makes a connection the account's settled one and drops every other of the same connector.</summary>
    public void Settle(Connection connection)
    {
        RemoveAll(connection.Account, connection.ConnectorSlug);
        _connections.Add(connection);
    }

    public void RemoveAll(EmulatedAccount account, string connectorSlug) =>
        _connections.RemoveAll(other => other.Account == account && other.ConnectorSlug == connectorSlug);

    public void Remove(string id) => _connections.RemoveAll(connection => connection.Id == id);

    private static bool IsSettled(Connection connection) => connection.State != ConnectionState.Initiated;

    private IEnumerable<Connection> Of(EmulatedAccount account, string connectorSlug) =>
        _connections.Where(connection => connection.Account == account && connection.ConnectorSlug == connectorSlug);
}
