using System.Text.Json;
using Recoup.Typed.Generated;

namespace Recoup.Typed.Transport;

/// <summary>
/// The envelope that deployed servers put around a connector's payload (divergence D13). No document describes it, so its members stand
/// here.
/// </summary>
/// <param name="Result">The result as it came.</param>
/// <param name="Data">The payload of an envelope with all three members, else the result.</param>
/// <param name="Payload">
/// What a typed call views. An envelope of <c>data</c> and <c>successful</c> alone counts as well: the provider's own schemas require <c>data</c> and
/// <c>successful</c> alone, and describe the payload below <c>data</c>.
/// </param>
/// <param name="Successful">Whether the action says that it succeeded, or nothing about it.</param>
/// <param name="Error">The action's words when it did not.</param>
internal sealed record ResultEnvelope(JsonElement Result, JsonElement Data, JsonElement Payload, bool Successful, string? Error)
{
    public static ResultEnvelope Of(ExecuteConnectorActionResponse response)
    {
        var result = response.Result;
        if (result.ValueKind != JsonValueKind.Object)
            return new ResultEnvelope(result, result, result, response.Success, Error: null);
        var data = ResultValue.Find(result, "data"u8);
        var error = ResultValue.Find(result, "error"u8);
        var successful = ResultValue.Find(result, "successful"u8);
        var failed = !response.Success || successful.ValueKind == JsonValueKind.False;

        // All three, or it is a payload that happens to have a member of that name.
        var isEnvelope = IsThere(data) && IsThere(error) && IsThere(successful);
        var holdsPayload = isEnvelope || (IsThere(data) && ResultValue.Boolean(successful, out _) && result.GetPropertyCount() == 2);
        return new ResultEnvelope(result, isEnvelope ? data : result, holdsPayload ? data : result, !failed, failed ? Text(error) : null);
    }

    public ActionFailure? Failure => Successful ? null : new ActionFailure(Error, Result);

    private static bool IsThere(JsonElement member) => member.ValueKind != JsonValueKind.Undefined;

    private static string? Text(JsonElement error) => error.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => ErrorBody.Text(error),
    };
}
