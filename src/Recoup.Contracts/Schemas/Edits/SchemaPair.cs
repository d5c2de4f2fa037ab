using System.Text.Json;
using Recoup.Contracts.Schemas.Forms;
using Recoup.Schemas;

namespace Recoup.Contracts.Schemas.Edits;

/// <summary>A schema before and after, each compiled and in normal form.</summary>
internal sealed record SchemaPair(JsonSchema BeforeSchema, JsonSchema AfterSchema, Form Before, Form After, ValueKinds Domain)
{
    /// <summary>The length of both schemas in their documents.</summary>
    public int Length { get; init; }

    /// <summary>The texts of the values; null if the values are sent as JSON.</summary>
    public TextValues? Texts { get; init; }

    public JsonSchema Schema(Side side) => side == Side.Before ? BeforeSchema : AfterSchema;

    public Form Form(Side side) => side == Side.Before ? Before : After;

    /// <summary>
    /// Whether one document accepts a value and the other one rejects it. The engine validates it against the original schemas. A value
    /// whose validation reaches a limit is neither accepted nor rejected.
    /// </summary>
    public bool Shows(JsonElement value, Side acceptedBy, FormJudge judge)
    {
        var rejecting = Schema(acceptedBy == Side.Before ? Side.After : Side.Before);
        return (Domain == ValueKinds.All || value.ValueKind == JsonValueKind.Object)
            && Texts?.CanBeSent(value) != false
            && judge.Accepts(Schema(acceptedBy), value)
            && Readings(value).All(reading => judge.Rejects(rejecting, reading));
    }

    /// <summary>Whether a form accepts a value, or one that is sent as the same text.</summary>
    public bool Accepts(Form form, JsonElement value, FormJudge judge) => Readings(value).Any(reading => judge.Accepts(form, reading));

    /// <summary>The values that are sent like a value, the value itself first.</summary>
    public IEnumerable<JsonElement> Readings(JsonElement value) => Texts is null ? [value] : TextValues.Readings(value);
}
