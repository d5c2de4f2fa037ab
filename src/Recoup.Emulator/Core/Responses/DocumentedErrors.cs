using System.Text.Json;
using Recoup.Emulator.Core.Errors;
using Recoup.Emulator.Core.Messages;

namespace Recoup.Emulator.Core.Responses;

/// <summary>Writes errors as the contract has them: <c>error</c> is the HTTP status, <c>message</c> says what is wrong and where.</summary>
internal static class DocumentedErrors
{
    public static ApiResponse Write(ApiError error)
    {
        var answer = ApiResponse.Json(error.Status, error, static (writer, error) =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("error", error.Status);
            writer.WriteString("message", Describe(error));
            writer.WriteEndObject();
        });
        return answer with { Error = error };
    }

    public static string Describe(ApiError error) => error.Code switch
    {
        ErrorCode.CredentialMissing =>
            "Unauthorized: the request has no credential. Send your key in the header x-api-key, or a token as Authorization: Bearer.",
        ErrorCode.CredentialAmbiguous => "Unauthorized: the request has two credentials. Send either x-api-key or Authorization.",
        ErrorCode.CredentialUnknown => "Unauthorized: the key is not valid.",
        ErrorCode.BearerExpected => "Unauthorized: the header Authorization must be a bearer token.",
        ErrorCode.TokenRefused => "Unauthorized: the bearer token is not valid.",
        ErrorCode.QueryAccountInvalid => $"Query parameter account_id: expected a UUID, got '{Shorten(error.Detail)}'.",
        ErrorCode.ContentTypeWrong when error.Detail.Length == 0 => "The header Content-Type is missing: expected application/json.",
        ErrorCode.ContentTypeWrong => $"Content-Type: expected application/json, got '{Shorten(error.Detail)}'.",
        ErrorCode.BodyTooLarge => $"The body is larger than {error.Detail} bytes.",
        ErrorCode.BodyMalformed => $"The body is not valid JSON: {error.Detail}",
        ErrorCode.BodyNotAnObject => $"The body: expected an object, got {Kind(error.Got)}.",
        ErrorCode.FieldMissing when error.Got == JsonValueKind.Undefined => $"/{error.Subject}: required, but absent from the body.",
        ErrorCode.FieldMissing or ErrorCode.FieldNotText => $"/{error.Subject}: expected {error.Detail}, got {Kind(error.Got)}.",
        ErrorCode.FieldEmpty => $"/{error.Subject}: must not be empty{(error.Detail.Length == 0 ? "" : $"; for example {error.Detail}")}.",
        ErrorCode.FieldNotUrl => $"/{error.Subject}: expected a URL, got '{Shorten(error.Detail)}'.",
        ErrorCode.FieldNotAccountId => $"/{error.Subject}: expected a UUID, got '{Shorten(error.Detail)}'.",
        ErrorCode.AccessDenied => $"Forbidden: you have no access to account {error.Subject}.",
        ErrorCode.ConnectionDenied or ErrorCode.ConnectionForeign =>
            $"Forbidden: connection '{Shorten(error.Subject)}' does not exist, or belongs to an account you have no access to.",
        ErrorCode.ConnectorUnknown => $"/connector: there is no connector '{Shorten(error.Subject)}'.",
        ErrorCode.ActionUnknown => $"No connector of the account has an action '{Shorten(error.Subject)}'.",
        ErrorCode.ConnectorNotConnected or ErrorCode.ConnectionRevoked =>
            $"Connector '{error.Subject}' is not connected, so {error.Detail} cannot be executed. Authorize it with POST /api/connectors "
                + $"first.",
        ErrorCode.ParametersInvalid => $"The parameters do not match the schema of {error.Subject}: {string.Join("; ", error.Violations)}",
        ErrorCode.FileNotStaged =>
            $"/parameters{error.Subject}: no file is staged under the key '{Shorten(error.Detail)}'. Stage it with POST "
                + $"/api/connectors/files.",
        ErrorCode.FileUnreachable => $"/url: the file cannot be fetched: {error.Detail}",
        ErrorCode.FileNotAnImage => $"/url: expected an image, got {error.Detail}.",
        ErrorCode.FileFailed => $"The file could not be stored: {error.Detail}",
        ErrorCode.UpstreamFailed => $"{error.Subject} failed upstream: {error.Detail}",
        _ => throw new InvalidOperationException($"There is no text for {error.Code}."),
    };

    public static string Kind(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Undefined => "nothing",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a boolean",
    };

    private static string Shorten(string text) => Excerpt.Of(text, 100);
}
