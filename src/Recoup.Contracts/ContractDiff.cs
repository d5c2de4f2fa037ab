using Recoup.Contracts.Documents;

namespace Recoup.Contracts;

/// <summary>Compares two documents.</summary>
public static class ContractDiff
{
    /// <summary>Finds what changed from one document to the other, and proves what it means.</summary>
    /// <param name="before">The document from before.</param>
    /// <param name="after">The document of now, of the same kind.</param>
    /// <param name="options">How, or null for the defaults.</param>
    /// <param name="cancellation">Ends the work between two actions.</param>
    /// <returns>The report; the same for the same documents and options, byte for byte in every form.</returns>
    /// <exception cref="ContractException">One is a catalog and the other an OpenAPI document.</exception>
    public static Report Compare(ContractDocument before, ContractDocument after, DiffOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return Comparison.Run(before, after, options ?? new DiffOptions(), cancellation);
    }
}
