using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Recoup.Typed;
using Recoup.Typed.Transport;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="RecoupClient"/> with a container.</summary>
public static class RecoupClientServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="RecoupClient"/> as a typed client of <c>IHttpClientFactory</c>, over a handler that follows no redirects
    /// and keeps no cookies.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">
    /// Sets the options, after whatever else configures <see cref="RecoupClientOptions"/>; null where that is enough.
    /// </param>
    /// <returns>
    /// The builder of the HttpClient, for handlers of the caller's own. A handler that retries may execute an action twice; one that
    /// replaces the primary handler must not follow redirects.
    /// </returns>
    /// <remarks>Options that cannot be used are refused when the first client is made: see <see cref="RecoupClient(HttpClient, RecoupClientOptions)"/>.</remarks>
    public static IHttpClientBuilder AddRecoupClient(this IServiceCollection services, Action<RecoupClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<RecoupClientOptions>().Configure(options => configure?.Invoke(options));
        return services
            .AddHttpClient(nameof(RecoupClient))
            // The one timeout is that of the options.
            .ConfigureHttpClient(httpClient => httpClient.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(ClientHandler.Create)
            .AddTypedClient((httpClient, provider) => new RecoupClient(
                httpClient,
                provider.GetRequiredService<IOptions<RecoupClientOptions>>().Value,
                provider.GetService<ILoggerFactory>()));
    }
}
