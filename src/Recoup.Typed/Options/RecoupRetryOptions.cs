namespace Recoup.Typed;

/// <summary>Options of the retries that <c>AddRecoupRetries</c> adds.</summary>
public sealed class RecoupRetryOptions
{
    /// <summary>How often a request is repeated at most. The default is 3.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// The delay before the first repetition; each further one is twice as long. The default is one second. A random part of up to a
    /// quarter is added, so that clients that failed together do not come back together. No delay is longer than <see cref="MaxDelay"/>.
    /// </summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The longest delay. The default is 30 seconds. If the server asks for a longer one with <c>Retry-After</c>, the request is not
    /// repeated.
    /// </summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(30);
}
