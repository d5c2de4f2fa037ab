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
            : new Location(document.Path ?? document.Name, pointer, value.Range);
}
