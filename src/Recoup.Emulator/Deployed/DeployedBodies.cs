using System.Text.Json;
using Recoup.Emulator.Core.Errors;
using Recoup.Emulator.Core.Operations;
using Recoup.Emulator.Core.Requests;

namespace Recoup.Emulator.Deployed;

/// <summary>How the deployed server reads bodies (D7, D20).</summary>
internal static class DeployedBodies
{
    /// <summary>
    /// A body that is not JSON makes the handler fail with 500. The handler of files catches the failure and reports its first field as
    /// missing.
    /// </summary>
    public static ApiError Malformed(ApiRequest request, ApiError error) => request.Path == UploadFile.FilesPath
        ? new ApiError(ErrorCode.FieldMissing, 400) { Subject = "url", Got = JsonValueKind.Undefined }
        : error with { Status = 500 };
}
