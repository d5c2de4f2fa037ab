using Microsoft.AspNetCore.Http;
using Recoup.Emulator.Core.Requests;

namespace Recoup.Emulator.Hosts;

/// <summary>Reads an HTTP request.</summary>
internal static class RequestReader
{
    public static ApiRequest Read(HttpContext context, RequestLifetime lifetime)
    {
        var request = context.Request;
        return new ApiRequest(request.Method, request.Path.Value ?? "", request.QueryString.Value ?? "")
        {
            ApiKey = request.Headers["x-api-key"],
            Authorization = request.Headers.Authorization,
            ContentType = request.ContentType,
            Body = request.BodyReader,
            Lifetime = lifetime,
        };
    }
}
