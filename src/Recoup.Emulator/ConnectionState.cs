namespace Recoup.Emulator;

/// <summary>Where the connection of an account to a connector stands.</summary>
public enum ConnectionState
{
    /// <summary>There is no connection.</summary>
    None,

    /// <summary>POST /api/connectors has started the authorization; the user has not consented yet.</summary>
    Initiated,

    /// <summary>The connector is authorized: its actions can be executed.</summary>
    Active,

    /// <summary>The authorization has run out, and the platform knows it.</summary>
    Expired,

    /// <summary>
    /// The user has withdrawn consent at the third-party service, and the platform does not know it yet. Documented, an execution
    /// answers 409; the deployed server lists the connector as connected and answers 500 with the service's words (D3).
    /// </summary>
    Revoked,
}
