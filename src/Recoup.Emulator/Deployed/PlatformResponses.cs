using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Recoup.Emulator.Core.Errors;
using Recoup.Emulator.Core.Operations;
using Recoup.Emulator.Core.Requests;
using Recoup.Emulator.Core.Responses;
using Recoup.Emulator.Core.Rules;

namespace Recoup.Emulator.Deployed;

/// <summary>D26: the responses of the web framework and the hosting platform around the operations.</summary>
internal static partial class PlatformResponses
{
    private static readonly KeyValuePair<string, string>[] FrameworkHeaders =
    [
        new("Access-Control-Allow-Origin", "*"),
        new("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, OPTIONS, PATCH"),
        new("Access-Control-Allow-Headers", "Content-Type, Authorization, X-Requested-With, x-api-key"),
    ];

    private static readonly KeyValuePair<string, string>[] HandlerHeaders =
    [
        new("Access-Control-Expose-Headers", "x-workflow-run-id, x-workflow-stream-tail-index"),
    ];

    public static ApiRules Apply(ApiRules rules)
    {
        var write = rules.WriteError;
        return rules with
        {
            Unrouted = Unrouted,
            MethodOf = method => method == "HEAD" ? "GET" : method,
            ResponseHeaders = [.. FrameworkHeaders, .. HandlerHeaders],
            WriteError = error => error.Code == ErrorCode.BodyTooLarge ? TooLarge with { Error = error } : write(error),
        };
    }

    private static ApiResponse TooLarge { get; } = ApiResponse.Text(
        413, "text/plain; charset=utf-8", "Request Entity Too Large\n\nFUNCTION_PAYLOAD_TOO_LARGE\n");

    private static ApiResponse? Unrouted(ApiRequest request)
    {
        if (Normalized(request.Path) is { } path)
            return Redirect(new PathString(path).ToUriComponent() + Encoded(request.Query));
        if (!OperationTable.All.Any(operation => operation.Path == request.Path))
            return NotFound with { Headers = IsApi(request.Path) ? FrameworkHeaders : [] };
        return request.Method == "OPTIONS"
            ? ApiResponse.Empty(200) with { Headers = [.. FrameworkHeaders, .. HandlerHeaders] }
            : ApiResponse.Empty(405) with { Headers = FrameworkHeaders };
    }

    // Double slashes first, then the last one: "/api/connectors//" takes two steps.
    private static string? Normalized(string path)
    {
        if (path.Contains("//", StringComparison.Ordinal))
            return Slashes().Replace(path, "/");
        return path.Length > 1 && path.EndsWith('/') ? path[..^1] : null;
    }

    [GeneratedRegex("/{2,}", RegexOptions.None, 5000)]
    private static partial Regex Slashes();

    // No header may contain the controls and other characters that a request line may.
    private static string Encoded(string query) => query.All(character => character is > ' ' and <= '~')
        ? query
        : string.Concat(query.Select(character =>
            character is > ' ' and <= '~' ? character.ToString() : Uri.EscapeDataString(character.ToString())));

    private static ApiResponse Redirect(string location) => new(308, null, Encoding.UTF8.GetBytes(location))
    {
        Headers = [new("Location", location), new("Refresh", $"0;url={location}")],
    };

    private static bool IsApi(string path) => path.StartsWith("/api/", StringComparison.Ordinal);

    private static ApiResponse NotFound { get; } = ApiResponse.Text(404, "text/html; charset=utf-8",
        "<!DOCTYPE html><html><head><title>404: This page could not be found.</title></head>"
        + "<body><h1>404</h1><h2>This page could not be found.</h2></body></html>");
}
