using System.Text.Json;

namespace Recoup.Emulator.Core.Errors;

/// <summary>A refusal or a failure, as data. The rules decide how it is written.</summary>
internal sealed record ApiError(ErrorCode Code, int Status)
{
    /// <summary>What the error is about: a field of the body, an action's slug, an account, a connector or a connection.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The value that was sent, or the text of the side that failed.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The kind of JSON that was sent; undefined if there was none.</summary>
    public JsonValueKind Got { get; init; }

    /// <summary>The violations of a schema, one line per violation.</summary>
    public IReadOnlyList<string> Violations { get; init; } = [];

    public static ApiError CredentialMissing { get; } = new(ErrorCode.CredentialMissing, 401);

    public static ApiError CredentialAmbiguous { get; } = new(ErrorCode.CredentialAmbiguous, 401);

    public static ApiError CredentialUnknown { get; } = new(ErrorCode.CredentialUnknown, 401);

    public static ApiError BearerExpected { get; } = new(ErrorCode.BearerExpected, 401);

    public static ApiError TokenRefused { get; } = new(ErrorCode.TokenRefused, 401);

    public static ApiError QueryAccountInvalid(string value) =>
        new(ErrorCode.QueryAccountInvalid, 400) { Subject = "account_id", Detail = value };

    public static ApiError ContentTypeWrong(string? value) => new(ErrorCode.ContentTypeWrong, 400) { Detail = value ?? "" };

    public static ApiError BodyTooLarge(long limit) =>
        new(ErrorCode.BodyTooLarge, 400) { Detail = FormattableString.Invariant($"{limit}") };

    public static ApiError BodyMalformed(string detail) => new(ErrorCode.BodyMalformed, 400) { Detail = detail };

    public static ApiError BodyNotAnObject(JsonValueKind got) => new(ErrorCode.BodyNotAnObject, 400) { Got = got };

    public static ApiError AccessDenied(string account) => new(ErrorCode.AccessDenied, 403) { Subject = account };

    public static ApiError ConnectionDenied(string connection) => new(ErrorCode.ConnectionDenied, 403) { Subject = connection };

    public static ApiError ConnectorUnknown(string connector) => new(ErrorCode.ConnectorUnknown, 400) { Subject = connector };

    public static ApiError ActionUnknown(string slug) => new(ErrorCode.ActionUnknown, 404) { Subject = slug };

    public static ApiError ConnectorNotConnected(string connector, string slug) =>
        new(ErrorCode.ConnectorNotConnected, 409) { Subject = connector, Detail = slug };

    public static ApiError ConnectionRevoked(string connector, string slug) =>
        new(ErrorCode.ConnectionRevoked, 409) { Subject = connector, Detail = slug };

    public static ApiError ParametersInvalid(string slug, IReadOnlyList<string> violations) =>
        new(ErrorCode.ParametersInvalid, 400) { Subject = slug, Violations = violations };

    public static ApiError FileNotStaged(string pointer, string key) =>
        new(ErrorCode.FileNotStaged, 400) { Subject = pointer, Detail = key };

    public static ApiError UpstreamFailed(string slug, string text) => new(ErrorCode.UpstreamFailed, 502) { Subject = slug, Detail = text };
}
