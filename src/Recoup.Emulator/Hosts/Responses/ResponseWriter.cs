using Microsoft.AspNetCore.Http;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Hosts.Responses;

/// <summary>Writes responses as HTTP. No other code writes to the context.</summary>
internal static class ResponseWriter
{
    public static async Task WriteAsync(HttpContext context, ApiResponse response)
    {
        var http = context.Response;
        http.StatusCode = response.Status;
        foreach (var (name, value) in response.Headers)
            http.Headers[name] = value;
        if (response.ContentType is not null)
            http.ContentType = response.ContentType;
        http.ContentLength = response.Body.Length;
        if (!response.Body.IsEmpty && !HttpMethods.IsHead(context.Request.Method))
            await http.Body.WriteAsync(response.Body).ConfigureAwait(false);
    }
}
