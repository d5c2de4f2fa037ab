namespace Recoup.Contracts;

/// <summary>An input cannot be used. The message says what was expected, what came, where, and what to do.</summary>
public sealed class ContractException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The message for the user.</param>
    /// <param name="innerException">The cause, or null.</param>
    public ContractException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
