using Recoup.Contracts.Documents;

namespace Recoup.Contracts;

/// <summary>Compares two versions of a contract.</summary>
public static class ContractDiff
{
    /// <summary>Finds the differences between two documents and proves what each one means for programs.</summary>
    /// <param name="before">The earlier document.</param>
    /// <param name="after">The later document, of the same kind.</param>
    /// <param name="options">How to compare the documents, or null for the defaults.</param>
    /// <param name="cancellation">Cancels the comparison, also within two schemas.</param>
    /// <returns>The report. The same documents and options give the same report, byte for byte in every format.</returns>
    /// <exception cref="ContractException">One document is a catalog and the other one is an OpenAPI document.</exception>
    public static Report Compare(
        ContractDocument before, ContractDocument after, DiffOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return Comparison.Run(before, after, options ?? new DiffOptions(), cancellation);
    }
}
