namespace Recoup.Emulator;

/// <summary>
/// A failure of the network, not of the API. In process, the client sees the same exception and inner exceptions as with a real socket
/// on a new connection.
/// </summary>
public enum TransportFault
{
    /// <summary>The connection is reset (RST) before the first byte of the response.</summary>
    Reset,

    /// <summary>The connection is reset (RST) after half of the response body.</summary>
    ResetMidBody,

    /// <summary>The connection is closed normally (FIN) after half of the body that Content-Length announced.</summary>
    TruncatedBody,

    /// <summary>
    /// The connection is refused because nothing listens on the port. This fault exists in process only, like <see cref="UnknownHost"/>.
    /// </summary>
    Refused,

    /// <summary>
    /// The host name cannot be resolved. This fault and <see cref="Refused"/> occur before a connection is established, so they exist in
    /// process only; on a port, the emulator responds with a 501 that says so.
    /// </summary>
    UnknownHost,

    /// <summary>The response never arrives. The call ends when its caller cancels it or the emulator is disposed.</summary>
    Hang,
}
