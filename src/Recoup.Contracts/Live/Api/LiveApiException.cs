namespace Recoup.Contracts.Live;

/// <summary>The live API cannot be judged: it is unreachable, rejects the key, or returns something unexpected.</summary>
public sealed class LiveApiException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and what to do, for the user. It never contains the key.</param>
    /// <param name="innerException">The cause, or null.</param>
    public LiveApiException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
