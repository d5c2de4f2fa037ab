using Recoup.Catalogs.Spec;
using Recoup.Contracts.Documents.Pairs;

namespace Recoup.Contracts.Live.Runs;

/// <summary>Locations of operations in the contract.</summary>
internal static class SpecPlace
{
    /// <summary>The location of an operation; null for the built-in document, which is not a file of the user.</summary>
    public static Location? Of(VerifyOptions options, ApiOperation operation) => options.SpecPath is { } path
        ? new Location(path, PointerIndex.Of(options.Spec).Of(operation.Source), operation.Source.Range)
        : null;

    /// <inheritdoc cref="Of(VerifyOptions, ApiOperation)"/>
    /// <param name="options">The document and its file.</param>
    /// <param name="operation">
    /// Method and path. An operation that the document lacks is located at another operation with the same path.
    /// </param>
    public static Location? Of(VerifyOptions options, string operation)
    {
        var candidates = options.Spec.Operations.Where(candidate => operation.EndsWith(" " + candidate.Path, StringComparison.Ordinal))
            .ToList();
        var found = candidates.FirstOrDefault(candidate => operation == $"{candidate.Method} {candidate.Path}")
            ?? candidates.FirstOrDefault();
        return found is null ? null : Of(options, found);
    }
}
