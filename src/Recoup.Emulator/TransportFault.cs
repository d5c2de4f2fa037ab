namespace Recoup.Emulator;

/// <summary>
/// A failure of the network rather than of the API. In process the client sees the exception, with its inner exceptions, that a real
/// socket produces on a new connection.
/// </summary>
public enum TransportFault
{
    /// <summary>The connection is reset (RST) before the first byte of the answer.</summary>
    Reset,

    /// <summary>The connection is reset (RST) after half of the answer's body.</summary>
    ResetMidBody,

    /// <summary>The connection ends properly (FIN) after half of the body that Content-Length promised.</summary>
    TruncatedBody,

    /// <summary>Nobody listens: the connection is refused. A port cannot take back a connection it has accepted: see <see cref="UnknownHost"/>.</summary>
    Refused,

    /// <summary>
    /// The host name cannot be resolved. This and <see cref="Refused"/> happen before a connection stands, so they exist in process only;
    /// on a port the emulator says so with a 501.
    /// </summary>
    UnknownHost,

    /// <summary>The answer never comes; the call ends when its caller gives up or the emulator is disposed.</summary>
    Hang,
}
