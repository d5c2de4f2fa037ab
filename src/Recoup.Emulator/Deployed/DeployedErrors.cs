using System.Text.Json;
using Recoup.Emulator.Core.Errors;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Deployed;

/// <summary>
/// D1: writes errors in the four envelopes, with the deployed server's own texts where they are known. E1 and E2 are for credentials, E4 is
/// for bodies, E3 for everything else. Errors that the deployed server never produces keep the contract's texts.
/// </summary>
internal static class DeployedErrors
{
    private static readonly string[] WholeBody = [];

    public static ApiResponse Write(ApiError error)
    {
        var text = Describe(error);
        var response = error.Code switch
        {
            ErrorCode.CredentialMissing or ErrorCode.CredentialAmbiguous => Envelope(error.Status, "error", text, status: true),
            ErrorCode.CredentialUnknown or ErrorCode.BearerExpected or ErrorCode.TokenRefused =>
                Envelope(error.Status, "message", text, status: true),
            ErrorCode.BodyNotAnObject => Envelope(error.Status, "error", text, status: true, WholeBody),
            ErrorCode.FieldMissing or ErrorCode.FieldEmpty or ErrorCode.FieldNotText or ErrorCode.FieldNotUrl or ErrorCode.FieldNotAccountId
                => Envelope(error.Status, "error", text, status: true, [error.Subject]),
            _ => Envelope(error.Status, "error", text),
        };
        return response with { Error = error };
    }

    private static string Describe(ApiError error) => error.Code switch
    {
        ErrorCode.CredentialMissing or ErrorCode.CredentialAmbiguous => "Exactly one of x-api-key or Authorization must be provided",
        ErrorCode.CredentialUnknown => "Unauthorized",
        ErrorCode.BearerExpected => "Authorization header with Bearer token required",
        ErrorCode.TokenRefused => "Failed to verify authentication token",
        ErrorCode.QueryAccountInvalid or ErrorCode.FieldNotAccountId => "account_id must be a valid UUID",
        ErrorCode.BodyMalformed => "Unexpected end of JSON input",
        ErrorCode.BodyNotAnObject => $"Invalid input: expected object, received {Kind(error.Got)}",
        ErrorCode.FieldMissing => $"{error.Subject} is required",
        ErrorCode.FieldEmpty => $"{error.Subject} cannot be empty{(error.Detail.Length == 0 ? "" : $" (e.g., {error.Detail})")}",
        ErrorCode.FieldNotText => $"Invalid input: expected string, received {Kind(error.Got)}",
        ErrorCode.FieldNotUrl when error.Subject == "url" => "url must be a valid URL (a publicly reachable image link)",
        ErrorCode.FieldNotUrl => $"{error.Subject} must be a valid URL",
        ErrorCode.AccessDenied => "Access denied to this account",
        ErrorCode.ConnectionDenied => "Connected account not found or access denied",
        ErrorCode.ConnectionForeign => "Connection not found for this account",
        ErrorCode.ActionUnknown => $"Connector action not found: {error.Subject}",
        ErrorCode.ConnectionRevoked when error.Status == 500 => $"No connected account found for toolkit {error.Subject}",
        ErrorCode.ConnectorUnknown when error.Status == 500 => $"Toolkit with slug {error.Subject} not found",
        ErrorCode.FileNotStaged when error.Status == 500 => "Failed to upload file",
        ErrorCode.FileUnreachable or ErrorCode.FileFailed => $"Failed to fetch file: {error.Detail}",
        ErrorCode.UpstreamFailed when error.Subject.Length == 0 => error.Detail,
        ErrorCode.UpstreamFailed => $"Error executing the tool {error.Subject}",
        _ => DocumentedErrors.Describe(error),
    };

    private static string Kind(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.Null => "null",
        JsonValueKind.Undefined => "undefined",
        _ => "boolean",
    };

    private static ApiResponse Envelope(int httpStatus, string member, string text, bool status = false, string[]? missingFields = null) =>
        ApiResponse.Json(httpStatus, (member, text, status, missingFields), static (writer, envelope) =>
        {
            writer.WriteStartObject();
            if (envelope.status)
                writer.WriteString("status", "error");
            if (envelope.missingFields is not null)
            {
                writer.WriteStartArray("missing_fields");
                foreach (var field in envelope.missingFields)
                    writer.WriteStringValue(field);
                writer.WriteEndArray();
            }
            writer.WriteString(envelope.member, envelope.text);
            writer.WriteEndObject();
        });
}
