using System.Text.Json;
using Recoup.Contracts.Schemas.Forms;
using Recoup.Schemas;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>A schema before and after, each compiled and in normal form.</summary>
internal sealed record SchemaPair(JsonSchema BeforeSchema, JsonSchema AfterSchema, Form Before, Form After, ValueKinds Domain)
{
    public JsonSchema Schema(Side side) => side == Side.Before ? BeforeSchema : AfterSchema;

    public Form Form(Side side) => side == Side.Before ? Before : After;

    /// <summary>
    /// Whether one document accepts a value and the other one rejects it. The engine validates it against the original schemas.
    /// </summary>
    public bool Shows(JsonElement value, Side acceptedBy) =>
        (Domain == ValueKinds.All || value.ValueKind == JsonValueKind.Object)
            && Schema(acceptedBy).IsValid(value)
            && !Schema(acceptedBy == Side.Before ? Side.After : Side.Before).IsValid(value);
}
