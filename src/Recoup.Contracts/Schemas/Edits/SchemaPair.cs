using System.Text.Json;
using Recoup.Contracts.Schemas.Forms;
using Recoup.Schemas;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>A schema before and after: as the engine runs it, and in its normal form.</summary>
internal sealed record SchemaPair(JsonSchema BeforeSchema, JsonSchema AfterSchema, Form Before, Form After, ValueKinds Domain)
{
    public JsonSchema Schema(Side side) => side == Side.Before ? BeforeSchema : AfterSchema;

    public Form Form(Side side) => side == Side.Before ? Before : After;

    /// <summary>Whether a value is accepted by the one document and rejected by the other. The engine judges the schemas as they stand.</summary>
    public bool Shows(JsonElement value, Side acceptedBy) =>
        (Domain == ValueKinds.All || value.ValueKind == JsonValueKind.Object) && Schema(acceptedBy).IsValid(value) && !Schema(acceptedBy == Side.Before ? Side.After : Side.Before).IsValid(value);
}
