using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace Recoup.Benchmarks.Emulation;

/// <summary>The limit: a minimal API that parses the body and echoes it, and knows nothing.</summary>
internal static class BareApi
{
    public static async Task<WebApplication> StartInProcessAsync()
    {
        var app = Create(builder => builder.UseTestServer());
        await app.StartAsync();
        return app;
    }

    public static async Task<WebApplication> StartOnPortAsync(int port)
    {
        var app = Create(builder => builder.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port)));
        await app.StartAsync();
        return app;
    }

    private static WebApplication Create(Action<IWebHostBuilder> host)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = "bare",
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Logging.ClearProviders();
        host(builder.WebHost);
        var app = builder.Build();
        app.MapPost(Workload.Path, (JsonElement body) => body);
        return app;
    }
}
