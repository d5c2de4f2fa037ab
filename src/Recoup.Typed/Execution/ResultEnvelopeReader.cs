using System.Text.Json;
using Recoup.Typed.Generated;
using Recoup.Typed.Transport;

namespace Recoup.Typed.Execution;

/// <summary>
/// Reads the envelope that deployed servers put around a connector's payload (divergence D13). No document describes it, so its members
/// are written here by hand.
/// </summary>
internal static class ResultEnvelopeReader
{
    public static ResultEnvelope Read(ExecuteConnectorActionResponse response)
    {
        var result = response.Result;
        if (result.ValueKind != JsonValueKind.Object)
            return new ResultEnvelope(result, result, result, response.Success, Error: null);
        var data = ResultValue.Find(result, "data");
        var error = ResultValue.Find(result, "error");
        var successful = ResultValue.Find(result, "successful");
        var failed = !response.Success || successful.ValueKind == JsonValueKind.False;

        // Without all three, it is a payload that happens to have a member of that name.
        var isEnvelope = IsPresent(data) && IsPresent(error) && IsPresent(successful);
        // A view also accepts an envelope without "error": the provider's own schemas describe the payload below "data", and require
        // "data" and "successful" alone.
        var holdsPayload = isEnvelope || (IsPresent(data) && ResultValue.Boolean(successful, out _) && result.GetPropertyCount() == 2);
        return new ResultEnvelope(result, isEnvelope ? data : result, holdsPayload ? data : result, !failed, failed ? Text(error) : null);
    }

    private static bool IsPresent(JsonElement member) => member.ValueKind != JsonValueKind.Undefined;

    private static string? Text(JsonElement error) => error.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => ErrorBody.Text(error),
    };
}
