using System.Text.Json;
using Recoup.Contracts.Normalization;
using Recoup.Schemas;

namespace Recoup.Contracts.Verdicts;

/// <summary>A schema before and after: as the engine runs it, and in its normal form.</summary>
internal sealed record SchemaPair(JsonSchema OldSchema, JsonSchema NewSchema, Form Old, Form New, Kinds Domain)
{
    public JsonSchema Schema(Side side) => side == Side.Old ? OldSchema : NewSchema;

    public Form Form(Side side) => side == Side.Old ? Old : New;

    /// <summary>Whether a value is accepted by the one document and rejected by the other. The engine judges the schemas as they stand.</summary>
    public bool Shows(JsonElement value, Side acceptedBy) =>
        (Domain == Kinds.All || value.ValueKind == JsonValueKind.Object) && Schema(acceptedBy).IsValid(value) && !Schema(acceptedBy == Side.Old ? Side.New : Side.Old).IsValid(value);
}
