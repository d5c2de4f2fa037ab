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

    /// <summary>Accepts what a browser's URL parser accepts as absolute: any scheme, blanks around the URL but not inside.</summary>
    public static bool IsUrl(string text)
    {
        var trimmed = text.Trim();
        var colon = trimmed.IndexOf(':');
        return colon > 0
            && char.IsAsciiLetter(trimmed[0])
            && trimmed[..colon].All(character => char.IsAsciiLetterOrDigit(character) || character is '+' or '-' or '.')
            && trimmed.Length > colon + 1
            && !trimmed.Any(char.IsWhiteSpace);
    }
}
