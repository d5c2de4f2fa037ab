using System.Net;
using Microsoft.AspNetCore.Http;

namespace Recoup.Emulator.Control;

/// <summary>
/// Lets only programs and the emulator's own page use the control API. A page of another origin gets nothing, whatever it sends: browsers
/// say where a request comes from (the headers Origin and Sec-Fetch-Site).
/// </summary>
internal sealed class ControlGuard(RecoupEmulatorOptions options)
{
    private readonly bool _isLoopback = IPAddress.IsLoopback(options.ListenAddress);
    private readonly string? _name = options.ControlHost is { } name ? NameOf(name) : null;

    /// <summary>Whether requests with this host can use the control API.</summary>
    public bool IsServed(HostString host) => options.HasControl
        && (_isLoopback || string.Equals(NameOf(host.Host), _name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Why a request is refused; null if it is not.</summary>
    public static string? WhyRefused(HttpRequest request)
    {
        if (request.Headers.Origin is [{ } origin, ..] && !IsOwn(origin, request.Host))
            return "The request comes from a page of another origin. Only the page of the emulator itself and programs may send it.";
        if (request.Headers["Sec-Fetch-Site"] is [{ } site, ..] && site is not ("same-origin" or "none") && !OpensPage(request))
            return "The request comes from a page of another site. Only the page of the emulator itself and programs may send it.";
        return null;
    }

    // An address of IPv6 has brackets in the header Host, and may be written in several ways.
    private static string NameOf(string host) =>
        host.Contains(':', StringComparison.Ordinal) && IPAddress.TryParse(host, out var address) ? address.ToString() : host;

    private static bool IsOwn(string origin, HostString host) =>
        host.HasValue && string.Equals(origin, "http://" + host.Value, StringComparison.OrdinalIgnoreCase);

    // A link to the page from elsewhere opens it in a tab of its own, where the other page can do nothing with it.
    private static bool OpensPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Path.Value is "/" or ControlApi.Root + "/"
        && request.Headers["Sec-Fetch-Mode"] == "navigate"
        && request.Headers["Sec-Fetch-Dest"] == "document";
}
