using System.Net;
using Microsoft.AspNetCore.Http;
using Recoup.Emulator.Control;
using Recoup.Emulator.Core;
using Recoup.Emulator.Core.Requests;
using Recoup.Emulator.Core.Responses;
using Recoup.Emulator.Engine;
using Recoup.Emulator.Hosts.Responses;

namespace Recoup.Emulator.Hosts;

/// <summary>
/// On a port, a network fault breaks the connection, and an exception of the emulator becomes a 501 with a problem document.
/// </summary>
internal sealed class PortApplication(
    EmulatorEngine engine, ControlApi control, RecoupEmulatorOptions options, CancellationToken stopping)
    : ApiApplication(engine, stopping)
{
    private readonly EmulatorEngine _engine = engine;
    private readonly bool _isLoopback = IPAddress.IsLoopback(options.ListenAddress);
    private readonly CrossOrigin _crossOrigin = new(options.AllowedOrigins);
    private readonly CancellationToken _stopping = stopping;

    // With D26, the responses themselves allow every origin.
    private bool AllowsChosenOrigins => !_engine.Selection.Has(Divergences.D26);

    public override Task ProcessRequestAsync(HttpContext context)
    {
        if (_isLoopback && !IsLoopback(context.Request.Host))
        {
            // The request is not for this server: a page may have had its own host name resolved to a loopback address (DNS rebinding).
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return Task.CompletedTask;
        }

        return control.Handles(context.Request) ? control.RespondAsync(context, _stopping)
            : AllowsChosenOrigins && _crossOrigin.AnswersPreflight(context) ? Task.CompletedTask
            : base.ProcessRequestAsync(context);
    }

    protected override async Task RespondAsync(HttpContext context, ConnectorsApi core, ApiRequest request)
    {
        ApiResponse response;
        try
        {
            response = await core.RespondAsync(request).ConfigureAwait(false);
        }
        catch (RecoupEmulatorException exception)
        {
            response = ProblemDocument.Of(exception.Message);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
            return;
        }

        if (AllowsChosenOrigins)
            _crossOrigin.AllowReading(context);
        if (response.Fault is null)
            await ResponseWriter.WriteAsync(context, response).ConfigureAwait(false);
        else if (response.Fault is TransportFault.Refused or TransportFault.UnknownHost)
            await ResponseWriter.WriteAsync(context, NotOnPort(response.Fault.Value)).ConfigureAwait(false);
        else
            await WireFaults.InflictAsync(context, response).ConfigureAwait(false);
    }

    // "localhost" and the names below it are loopback (RFC 6761, section 6.3). A request of HTTP/1.0 may have no host.
    private static bool IsLoopback(HostString host) =>
        !host.HasValue
        || (IPAddress.TryParse(host.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address))
        || (("." + host.Host.TrimEnd('.')).EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            && host.Host.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.'));

    private static ApiResponse NotOnPort(TransportFault fault) => ProblemDocument.Of(
        $"{fault} occurs before a connection is established, so it cannot be shown on a port. Script Reset instead, or run in process.");
}
