using System.Text.Json;
using Recoup.Contracts.Schemas.Forms;
using Recoup.Schemas;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>A schema before and after, each compiled and in normal form.</summary>
internal sealed record SchemaPair(JsonSchema BeforeSchema, JsonSchema AfterSchema, Form Before, Form After, ValueKinds Domain)
{
    /// <summary>The length of both schemas in their documents.</summary>
    public int Length { get; init; }

    public JsonSchema Schema(Side side) => side == Side.Before ? BeforeSchema : AfterSchema;

    public Form Form(Side side) => side == Side.Before ? Before : After;

    /// <summary>
    /// Whether one document accepts a value and the other one rejects it. The engine validates it against the original schemas. A value
    /// whose validation reaches a limit is neither accepted nor rejected.
    /// </summary>
    public bool Shows(JsonElement value, Side acceptedBy, FormJudge judge) =>
        (Domain == ValueKinds.All || value.ValueKind == JsonValueKind.Object)
        && judge.Accepts(Schema(acceptedBy), value)
        && judge.Rejects(Schema(acceptedBy == Side.Before ? Side.After : Side.Before), value);
}
