using System.Text.Json;

namespace Recoup.Typed.Transport;

/// <summary>
/// The envelope that deployed servers put around a connector's payload (divergence D13). No document describes it, so its members stand
/// here.
/// </summary>
internal sealed record ResultEnvelope(JsonElement Result, JsonElement Data, bool Successful, string? Error)
{
    public static ResultEnvelope Of(ExecuteConnectorActionResponse response)
    {
        var result = response.Result;
        if (result.ValueKind != JsonValueKind.Object)
            return new ResultEnvelope(result, result, response.Success, Error: null);
        var hasData = result.TryGetProperty("data", out var data);
        var hasError = result.TryGetProperty("error", out var error);
        var hasSuccess = result.TryGetProperty("successful", out var successful);
        var failed = !response.Success || (hasSuccess && successful.ValueKind == JsonValueKind.False);
        // All three, or it is a payload that happens to have a member of that name.
        return new ResultEnvelope(result, hasData && hasError && hasSuccess ? data : result, !failed, failed && hasError ? Text(error) : null);
    }

    public ActionFailure? Failure => Successful ? null : new ActionFailure(Error, Result);

    private static string? Text(JsonElement error) => error.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => ErrorBody.Text(error),
    };
}
