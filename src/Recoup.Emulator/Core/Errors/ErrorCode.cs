namespace Recoup.Emulator.Core.Errors;

/// <summary>The reasons why the API refuses or fails a request. Status and text depend on the rules.</summary>
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
