namespace Recoup.Contracts;

/// <summary>An input of a comparison cannot be used. The message says what it is, where, what was expected and what to do.</summary>
public sealed class ContractException : Exception
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="message">One sentence or several, for the user.</param>
    /// <param name="innerException">What lies below, or null.</param>
    public ContractException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
