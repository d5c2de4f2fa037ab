using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Recoup.Typed;
using ReleaseWorker.Channels;

namespace ReleaseWorker;

/// <summary>Builds and runs the host, for the emulator and for the real API.</summary>
internal static class ReleaseHost
{
    private static readonly TimeSpan OneRequest = TimeSpan.FromSeconds(60);

    /// <param name="release">The release to post.</param>
    /// <param name="clock">The clock of timeouts and delays. Polly uses it too, so on the emulator no retry waits in real time.</param>
    /// <param name="apiKey">The key.</param>
    /// <param name="handler">The handler that replaces the network; null for the network.</param>
    public static HostApplicationBuilder Create(
        Release release, TimeProvider clock, string apiKey, Func<HttpMessageHandler>? handler = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.AddFilter("System.Net.Http", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning);
        // Retries logs the same failures in the terms of this program.
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

        // The process waits until a post that is being sent has finished and is recorded.
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
