using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Recoup.Typed;
using ReleaseWorker.Channels;

namespace ReleaseWorker;

/// <summary>How the parts are put together, for all ways to run them.</summary>
internal static class ReleaseHost
{
    private static readonly TimeSpan OneRequest = TimeSpan.FromSeconds(60);

    /// <param name="release">What to post.</param>
    /// <param name="clock">The clock of back-offs and time-outs.</param>
    /// <param name="apiKey">The key.</param>
    /// <param name="handler">What stands in for the network, or null.</param>
    public static HostApplicationBuilder Create(Release release, TimeProvider clock, string apiKey, Func<HttpMessageHandler>? handler = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.AddFilter("System.Net.Http", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning);
        // Retries tells the same, and in the language of this program.
        builder.Logging.AddFilter(typeof(RecoupClient).FullName, LogLevel.Error);

        var client = builder.Services.AddRecoupClient(options =>
        {
            options.ApiKey = apiKey;
            options.Account = release.Account;
            options.Timeout = OneRequest;
            options.TimeProvider = clock;
        });
        if (handler is not null)
            client.ConfigurePrimaryHttpMessageHandler(handler);

        // A post under way, and writing it down, may end before the process does.
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = 3 * OneRequest);
        builder.Services
            .AddSingleton(release)
            .AddSingleton(clock)
            .AddSingleton<Retries>()
            .AddSingleton<ReleaseSheet>()
            .AddSingleton<Connections>()
            .AddSingleton<IChannel, XChannel>()
            .AddSingleton<IChannel, LinkedInChannel>()
            .AddSingleton<Publication>()
            .AddSingleton<Worker>()
            .AddHostedService(services => services.GetRequiredService<Worker>());
        return builder;
    }

    public static async Task<ExitCode> RunAsync(HostApplicationBuilder builder, CancellationToken cancellationToken = default)
    {
        using var host = builder.Build();
        var worker = host.Services.GetRequiredService<Worker>();
        await host.RunAsync(cancellationToken);
        return worker.ExitCode;
    }
}
