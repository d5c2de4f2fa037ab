using Recoup.Catalogs.Json;

namespace Recoup.Contracts.Levels;

/// <summary>The two documents, and how their places are named.</summary>
internal sealed record Sides(ContractDocument Old, ContractDocument New)
{
    public Location? InOld(PositionedElement value, string pointer) => Locate(Old, value, pointer);

    public Location? InNew(PositionedElement value, string pointer) => Locate(New, value, pointer);

    private static Location? Locate(ContractDocument document, PositionedElement value, string pointer) =>
        value.ValueKind == System.Text.Json.JsonValueKind.Undefined ? null : new Location(document.Path ?? document.Name, pointer, value.Range);
}
