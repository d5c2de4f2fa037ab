using Microsoft.AspNetCore.Http;
using Recoup.Emulator.Core;

namespace Recoup.Emulator.Hosting;

/// <summary>Answer -> HTTP: the one place that writes responses.</summary>
internal static class AnswerWriter
{
    public static async Task WriteAsync(HttpContext context, ApiAnswer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
            response.Headers[name] = value;
        if (answer.ContentType is not null)
            response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        if (!answer.Body.IsEmpty && !HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(answer.Body).ConfigureAwait(false);
    }
}
