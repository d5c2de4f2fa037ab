using Recoup.Emulator.Core.Errors;
using Recoup.Emulator.Core.Formats;
using Recoup.Emulator.Core.Rules;

namespace Recoup.Emulator.Core.Files;

/// <summary>The outcome of staging the file at a URL.</summary>
internal sealed record FileOutcome
{
    public static readonly FileOutcome Unscripted = new();

    public string? Name { get; init; }

    public string? MimeType { get; init; }

    public string? Unreachable { get; init; }

    public string? Failure { get; init; }

    public TransportFault? Fault { get; init; }

    public ApiError? Refusal(string url, ApiRules rules)
    {
        if (Failure is not null)
            return new ApiError(ErrorCode.FileFailed, 502) { Subject = url, Detail = Failure };
        if (Unreachable is not null || !rules.IsFetched(url))
            return rules.UnreachableFile(new ApiError(
                ErrorCode.FileUnreachable, 400)
            { Subject = url, Detail = Unreachable ?? "it is no web address" });
        var type = MimeType ?? FileNames.MimeTypeOf(rules.FileNameOf(url));
        return rules.StagesImagesOnly && type != FileNames.UnknownMimeType && !type.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
            ? new ApiError(ErrorCode.FileNotAnImage, 400) { Subject = url, Detail = type }
            : null;
    }
}
