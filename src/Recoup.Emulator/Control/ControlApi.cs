using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Recoup.Emulator.Control.Calls;
using Recoup.Emulator.Control.Events;
using Recoup.Emulator.Control.Routes;
using Recoup.Emulator.Core.Messages;
using Recoup.Emulator.Core.Responses;
using Recoup.Emulator.Engine;
using Recoup.Emulator.Hosts.Responses;
using Recoup.Emulator.Worlds;

namespace Recoup.Emulator.Control;

/// <summary>
/// The control API: request -> guard -> route -> read -> the same engine that C# drives -> response. Its errors are problem
/// documents, never responses of the emulated API.
/// </summary>
internal sealed class ControlApi(EmulatorEngine engine, RecoupEmulatorOptions options)
{
    public const string Root = "/_recoup";

    private readonly ControlGuard _guard = new(options);
    private readonly EventBatches _events = new(engine.Exchanges);

    /// <summary>Whether a request is for the control API or the page.</summary>
    public bool Handles(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        var isOwn = path.StartsWith(Root, StringComparison.Ordinal) && (path.Length == Root.Length || path[Root.Length] == '/');
        return (isOwn || (path == "/" && AsksForPage(request))) && _guard.IsServed(request.Host);
    }

    public async Task RespondAsync(HttpContext context, CancellationToken stopping)
    {
        ApiResponse response;
        try
        {
            if (ControlGuard.WhyRefused(context.Request) is { } reason)
                throw new ControlProblem(403, reason);
            if (await TryRespondAsync(context, stopping).ConfigureAwait(false) is not { } responded)
                return;
            response = responded;
        }
        catch (ControlProblem problem)
        {
            response = problem.ToResponse();
        }
        catch (RecoupEmulatorException exception) when (exception.Problems is { Count: > 0 } problems)
        {
            response = ControlProblem.Of([.. problems.OfType<WorldProblem>()]).ToResponse();
        }
        catch (RecoupEmulatorException exception)
        {
            response = new ControlProblem(409, exception.Message).ToResponse();
        }
        catch (OperationCanceledException)
        {
            context.Abort();
            return;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            response = new ControlProblem(500, $"The emulator failed: {exception.GetType().Name}: {exception.Message}").ToResponse();
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await ResponseWriter.WriteAsync(context, response).ConfigureAwait(false);
    }

    /// <summary>Carries out a request; null if it has written the response itself.</summary>
    private async ValueTask<ApiResponse?> TryRespondAsync(HttpContext context, CancellationToken stopping)
    {
        var request = context.Request;
        var path = request.Path.Value!;
        if (path is "/" or Root)
            return ApiResponse.Empty(302) with { Headers = [new("Location", Root + "/")] };
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (ControlPage.Find(path[(Root.Length + 1)..]) is { } file)
            return reads ? file : throw WrongMethod(request, HttpMethods.Get);

        var (route, call) = Read(context, Segments(context));
        foreach (var name in request.Query.Keys.Where(name => !route.Query.Contains(name)))
            throw new ControlProblem(400, ControlCall.NotFound("query parameter", name, route.Query).Message);
        if (route.Body is { } mediaType)
            call = call with { Body = await ControlBody.ReadAsync(request, mediaType, route.MaxBody).ConfigureAwait(false) };
        if (route.Stream is not { } stream)
            return await route.Respond(call).ConfigureAwait(false);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        await stream(call with { Aborted = ended.Token }, context).ConfigureAwait(false);
        return null;
    }

    private (ControlRoute, ControlCall) Read(HttpContext context, string[] segments)
    {
        var request = context.Request;
        var matching = ControlRoutes.All.Where(route => route.Matches(segments)).ToArray();
        var isHead = HttpMethods.IsHead(request.Method) && Array.TrueForAll(matching, route => route.Stream is null);
        var method = isHead ? HttpMethods.Get : request.Method;
        if (matching.Length == 0)
        {
            throw new ControlProblem(
                404, $"The control API has no path {Excerpt.Of(request.Path.Value!)}. {Root}/openapi.json describes those that it has.");
        }

        // A path without parameters goes before one with parameters.
        var route = matching.Where(route => route.Method == method).MinBy(route => route.Path.Count(character => character == '{'))
            ?? throw WrongMethod(request, string.Join(", ", matching.Select(route => route.Method).Distinct()));
        var parameters = route.Segments.Zip(segments).Where(pair => pair.First.StartsWith('{'))
            .ToDictionary(pair => pair.First[1..^1], pair => pair.Second);
        return (route, new ControlCall(engine, options)
        {
            Path = parameters,
            Query = request.Query,
            Events = _events,
            Address = $"http://{request.Host.Value}",
            Aborted = context.RequestAborted,
        });
    }

    // In its path, the server leaves %2F as it is, and decodes %252F to the same.
    private static string[] Segments(HttpContext context)
    {
        var segments = context.Request.Path.Value!.Split('/');
        string[] sent = [.. context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0].Split('/')
            .Select(Uri.UnescapeDataString)];
        // A whole URL and a path with dots have others. They are rare, and a slash in a name is too.
        return sent.Length == segments.Length ? sent : segments;
    }

    private static ControlProblem WrongMethod(HttpRequest request, string allowed) =>
        new(405, $"The path {Excerpt.Of(request.Path.Value!)} does not support {Excerpt.Of(request.Method, 20)}.") { Allow = allowed };

    private static bool AsksForPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.Ordinal) == true);
}
