using Recoup.Catalogs.Json;

namespace Recoup.Contracts.Documents.Pairs;

/// <summary>The two compared documents, and locations in them.</summary>
internal sealed record DocumentPair(ContractDocument Before, ContractDocument After)
{
    /// <summary>Cancels the comparison.</summary>
    public CancellationToken Cancellation { get; init; }

    public Location? InBefore(PositionedElement value, string pointer) => Locate(Before, value, pointer);

    public Location? InAfter(PositionedElement value, string pointer) => Locate(After, value, pointer);

    private static Location? Locate(ContractDocument document, PositionedElement value, string pointer) =>
        value.ValueKind == System.Text.Json.JsonValueKind.Undefined
            ? null
            : new Location(FileOf(document, value), pointer, value.Range);

    // Descriptions of results are in files of their own.
    private static string FileOf(ContractDocument document, PositionedElement value) =>
        document.Results.FirstOrDefault(file => file.Document == value.Document)?.Path ?? document.Path ?? document.Name;
}
