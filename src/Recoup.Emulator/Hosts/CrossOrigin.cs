using Microsoft.AspNetCore.Http;

namespace Recoup.Emulator.Hosts;

/// <summary>
/// Lets pages of chosen origins call the emulated API (the Fetch standard, section 3.3, "CORS protocol"). The contract says nothing about
/// it; the deployed server allows every origin, which is divergence D26.
/// </summary>
internal sealed class CrossOrigin(IEnumerable<string> origins)
{
    private const string Methods = "GET, POST, DELETE";
    private const string Headers = "Authorization, Content-Type, x-api-key";

    private readonly HashSet<string> _origins = new(origins.Select(AsSent), StringComparer.OrdinalIgnoreCase);

    /// <summary>Answers the preflight request of a page whose origin is allowed; false if it is not one.</summary>
    public bool AnswersPreflight(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (!HttpMethods.IsOptions(context.Request.Method) || headers.AccessControlRequestMethod.Count == 0 || !AllowReading(context))
            return false;
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        context.Response.Headers.AccessControlAllowMethods = Methods;
        context.Response.Headers.AccessControlAllowHeaders = Headers;
        context.Response.Headers.AccessControlMaxAge = "600";
        return true;
    }

    /// <summary>Lets the page that sent a request read the response, if its origin is allowed.</summary>
    public bool AllowReading(HttpContext context)
    {
        if (_origins.Count == 0)
            return false;
        context.Response.Headers.Vary = "Origin";
        if (context.Request.Headers.Origin is not [{ } origin] || !_origins.Contains(origin))
            return false;
        context.Response.Headers.AccessControlAllowOrigin = origin;
        return true;
    }

    // Browsers send the host in ASCII, and no port that is that of the scheme.
    private static string AsSent(string origin)
    {
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri))
            return origin;
        var host = uri.HostNameType == UriHostNameType.Dns ? uri.IdnHost : uri.Host;
        return $"{uri.Scheme}://{host}{(uri.IsDefaultPort ? "" : FormattableString.Invariant($":{uri.Port}"))}";
    }
}
