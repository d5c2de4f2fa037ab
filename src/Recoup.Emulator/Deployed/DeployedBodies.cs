using System.Text.Json;
using Recoup.Emulator.Core.Errors;
using Recoup.Emulator.Core.Operations;

namespace Recoup.Emulator.Deployed;

/// <summary>How the deployed server reads bodies (D7, D20).</summary>
internal static class DeployedBodies
{
    /// <summary>A body that is no JSON breaks the handler; the one of files catches that and misses its first field.</summary>
    public static ApiError Malformed(ApiOperation operation, ApiError error) => operation is UploadFile
        ? new ApiError(ErrorCode.FieldMissing, 400) { Subject = "url", Got = JsonValueKind.Undefined }
        : error with { Status = 500 };

    /// <summary>What a browser's URL parser takes as absolute: any scheme, surrounding blanks, but no inner ones.</summary>
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
