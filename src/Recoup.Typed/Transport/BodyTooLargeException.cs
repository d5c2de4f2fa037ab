namespace Recoup.Typed.Transport;

/// <summary>Ends the reading of a body that has more bytes than allowed. It does not leave the transport.</summary>
internal sealed class BodyTooLargeException : Exception;
