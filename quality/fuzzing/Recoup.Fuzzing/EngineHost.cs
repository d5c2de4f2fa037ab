using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Recoup.Emulator;
using Recoup.Emulator.Control;
using Recoup.Emulator.Core;
using Recoup.Emulator.Core.Requests;
using Recoup.Emulator.Engine;
using Recoup.Emulator.Hosts;
using Recoup.Emulator.Hosts.Responses;

namespace Recoup.Fuzzing;

/// <summary>
/// An emulator and its control API as they are on a port, without a web server. A network fault and a canceled request have no response.
/// </summary>
internal sealed class EngineHost : ApiApplication
{
    /// <summary>After this time a client gives up, because a script can let a call hang.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private readonly ControlApi _control;

    private EngineHost(EmulatorEngine engine, RecoupEmulatorOptions options)
        : base(engine, CancellationToken.None) => (Engine, _control) = (engine, new ControlApi(engine, options));

    public EmulatorEngine Engine { get; }

    /// <summary>Starts an emulator of the sample catalog.</summary>
    public static EngineHost Start()
    {
        var options = new RecoupEmulatorOptions();
        return new EngineHost(new EmulatorEngine(Samples.Catalog, options, rehearsal: null), options);
    }

    /// <summary>Sends a request, and waits for the response.</summary>
    /// <returns>The response; null if there is none.</returns>
    public RawResponse? Send(RawRequest request)
    {
        using var patience = new CancellationTokenSource(Patience);
        var content = new MemoryStream();
        var lifetime = new Lifetime { RequestAborted = patience.Token };
        var context = CreateContext(Features(request, content, lifetime));
        ProcessRequestAsync(context).GetAwaiter().GetResult();
        return lifetime.IsAborted ? null : new RawResponse(context.Response.StatusCode, context.Response.ContentType, content.ToArray());
    }

    public override Task ProcessRequestAsync(HttpContext context) => _control.Handles(context.Request)
        ? _control.RespondAsync(context, CancellationToken.None)
        : base.ProcessRequestAsync(context);

    protected override async Task RespondAsync(HttpContext context, ConnectorsApi core, ApiRequest request)
    {
        try
        {
            var response = await core.RespondAsync(request).ConfigureAwait(false);
            if (response.Fault is null)
                await ResponseWriter.WriteAsync(context, response).ConfigureAwait(false);
            else
                context.Abort();
        }
        catch (RecoupEmulatorException exception)
        {
            await ResponseWriter.WriteAsync(context, ProblemDocument.Of(exception.Message)).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    private static FeatureCollection Features(RawRequest request, Stream content, Lifetime lifetime)
    {
        var received = new HttpRequestFeature
        {
            Method = request.Method,
            Scheme = "http",
            Path = request.Path,
            QueryString = request.Query,
            Protocol = "HTTP/1.1",
            Body = new MemoryStream(request.Body.ToArray()),
        };
        received.Headers.Host = "localhost";
        foreach (var group in request.Headers.GroupBy(header => header.Name, StringComparer.OrdinalIgnoreCase))
            received.Headers[group.Key] = group.Select(header => header.Value).ToArray();
        received.Headers.ContentLength = request.Body.Length;

        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(received);
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(content));
        features.Set<IHttpRequestLifetimeFeature>(lifetime);
        return features;
    }

    private sealed class Lifetime : IHttpRequestLifetimeFeature
    {
        public CancellationToken RequestAborted { get; set; }

        public bool IsAborted { get; private set; }

        public void Abort() => IsAborted = true;
    }
}

/// <summary>A response.</summary>
/// <param name="Status">The status.</param>
/// <param name="ContentType">The media type, or null.</param>
/// <param name="Body">The body.</param>
internal sealed record RawResponse(int Status, string? ContentType, byte[] Body);
