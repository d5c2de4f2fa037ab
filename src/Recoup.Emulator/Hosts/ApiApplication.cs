using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Recoup.Emulator.Core;
using Recoup.Emulator.Core.Requests;
using Recoup.Emulator.Engine;

namespace Recoup.Emulator.Hosts;

/// <summary>The API as an ASP.NET Core server runs it, without middleware or a service container.</summary>
internal abstract class ApiApplication(EmulatorEngine engine, CancellationToken stopping) : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception) { }

    public virtual async Task ProcessRequestAsync(HttpContext context)
    {
        using var lifetime = new RequestLifetime(() => context.RequestAborted, stopping);
        await RespondAsync(context, engine.Api, RequestReader.Read(context, lifetime)).ConfigureAwait(false);
    }

    protected abstract Task RespondAsync(HttpContext context, ConnectorsApi core, ApiRequest request);
}
