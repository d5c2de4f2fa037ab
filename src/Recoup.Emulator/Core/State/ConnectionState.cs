namespace Recoup.Emulator;

/// <summary>The state of an account's connection to a connector.</summary>
public enum ConnectionState
{
    /// <summary>There is no connection.</summary>
    None,

    /// <summary>POST /api/connectors has started the authorization, but the user has not consented yet.</summary>
    Initiated,

    /// <summary>The user has consented: the connector's actions can be executed.</summary>
    Active,

    /// <summary>The authorization has expired, and the platform knows it.</summary>
    Expired,

    /// <summary>
    /// The user has withdrawn consent at the third-party service, and the platform does not know it yet. In the contract, an execution
    /// gets a 409; the deployed server lists the connector as connected, and an execution gets a 500 with the service's message (D3).
    /// </summary>
    Revoked,
}
