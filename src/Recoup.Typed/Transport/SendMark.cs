namespace Recoup.Typed.Transport;

/// <summary>
/// Counts how often a request that may change something is sent. It travels in the options of the message, which copies of the message
/// share, so a handler that sends a copy is noticed too.
/// </summary>
internal sealed class SendMark
{
    private static readonly HttpRequestOptionsKey<SendMark> Key = new("Recoup.Typed.SendMark");

    private int _sent;
    private int _written;
    private bool _isGuarded;

    /// <summary>Whether a handler tried to send the request again without permission.</summary>
    public bool WasRepeated { get; private set; }

    /// <summary>The first response; null if there was none.</summary>
    public ApiResponse? Response { get; private set; }

    /// <summary>The error of the first send; null if there was none.</summary>
    public Exception? Error { get; private set; }

    /// <summary>Whether a request of this method may change something, so that it must be sent only once.</summary>
    public static bool IsNeeded(HttpMethod method) => method != HttpMethod.Get && method != HttpMethod.Head && method != HttpMethod.Options;

    public static SendMark Add(HttpRequestMessage message)
    {
        var mark = new SendMark();
        message.Options.Set(Key, mark);
        return mark;
    }

    public static SendMark? Of(HttpRequestMessage message) => message.Options.TryGetValue(Key, out var mark) ? mark : null;

    /// <summary>
    /// Notes that the body is about to be written. It counts only if no <see cref="SendGuard"/> sees the request, because a handler that
    /// reads the body also causes it to be written, once.
    /// </summary>
    /// <exception cref="InvalidOperationException">The body was already written.</exception>
    public void Write()
    {
        if (Interlocked.Increment(ref _written) > 1 && !_isGuarded)
            Refuse();
    }

    /// <summary>Notes that a <see cref="SendGuard"/> is about to send the request.</summary>
    /// <exception cref="InvalidOperationException">The request was already sent.</exception>
    public void Send()
    {
        _isGuarded = true;
        if (Interlocked.Increment(ref _sent) > 1)
            Refuse();
    }

    /// <summary>Permits one more send, because it is known that the request had no effect. How it ended does not matter any more.</summary>
    public void Permit()
    {
        (_sent, _written) = (0, 0);
        (Response, Error) = (null, null);
    }

    public void Responded(ApiResponse response) => Response ??= response;

    public void Failed(Exception error) => Error ??= error;

    // The handler that sent the request again sees this exception; the transport replaces it.
    private void Refuse()
    {
        WasRepeated = true;
        throw new InvalidOperationException("The request was already sent.");
    }
}
