using Recoup.Catalogs.Problems;

namespace Recoup.Catalogs;

/// <summary>A catalog or an OpenAPI document cannot be used. The message lists what is wrong and where.</summary>
public sealed class CatalogException : Exception
{
    /// <summary>A file could not be found or opened.</summary>
    /// <param name="message">What was tried and what to do.</param>
    /// <param name="innerException">What the file system said.</param>
    public CatalogException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>A text was read and has problems.</summary>
    /// <param name="problems">The problems; at least one.</param>
    public CatalogException(IReadOnlyList<Problem> problems)
        : base(string.Join("\n", problems)) => Problems = problems;

    /// <summary>What is wrong with the text; empty when there was none to read.</summary>
    public IReadOnlyList<Problem> Problems { get; } = [];
}
