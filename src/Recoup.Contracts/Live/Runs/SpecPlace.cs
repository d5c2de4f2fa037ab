using Recoup.Catalogs.Spec;
using Recoup.Contracts.Documents.Pairs;

namespace Recoup.Contracts.Live.Runs;

/// <summary>Where the contract says what a live API does not do.</summary>
internal static class SpecPlace
{
    /// <summary>The operation in the document; null for the built-in one, which is no file of the user's.</summary>
    public static Location? Of(VerifyOptions options, ApiOperation operation) => options.SpecPath is { } path
        ? new Location(path, PointerIndex.Of(options.Spec).Of(operation.Source), operation.Source.Range)
        : null;

    /// <inheritdoc cref="Of(VerifyOptions, ApiOperation)"/>
    /// <param name="options">The document and its file.</param>
    /// <param name="operation">Method and path. One that the document does not have is shown by another one of the same path.</param>
    public static Location? Of(VerifyOptions options, string operation)
    {
        var candidates = options.Spec.Operations.Where(candidate => operation.EndsWith(" " + candidate.Path, StringComparison.Ordinal)).ToList();
        var found = candidates.FirstOrDefault(candidate => operation == $"{candidate.Method} {candidate.Path}") ?? candidates.FirstOrDefault();
        return found is null ? null : Of(options, found);
    }
}
