namespace Recoup.Contracts.Live;

/// <summary>Nothing can be said of the live API: it cannot be reached, refuses the key, or answers something that is none of its answers.</summary>
public sealed class LiveApiException : Exception
{
    /// <summary>Says what happened.</summary>
    /// <param name="message">What happened and what to do, for the user. Never holds the key.</param>
    /// <param name="innerException">What lies below, or null.</param>
    public LiveApiException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
