namespace Recoup.Emulator.Core.Errors;

/// <summary>Every way in which the API refuses or fails a request, whatever status and words it gets.</summary>
internal enum ErrorCode
{
    CredentialMissing,
    CredentialAmbiguous,
    CredentialUnknown,
    BearerExpected,
    TokenRefused,
    QueryAccountInvalid,
    ContentTypeWrong,
    BodyTooLarge,
    BodyMalformed,
    BodyNotAnObject,
    FieldMissing,
    FieldEmpty,
    FieldNotText,
    FieldNotUrl,
    FieldNotAccountId,
    AccessDenied,
    ConnectionDenied,
    ConnectionForeign,
    ConnectorUnknown,
    ActionUnknown,
    ConnectorNotConnected,
    ConnectionRevoked,
    ParametersInvalid,
    FileNotStaged,
    FileUnreachable,
    FileNotAnImage,
    FileFailed,
    UpstreamFailed,
}
