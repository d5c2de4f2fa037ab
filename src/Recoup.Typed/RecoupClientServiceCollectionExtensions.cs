using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Recoup.Typed;
using Recoup.Typed.Transport;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="RecoupClient"/> with a container.</summary>
public static class RecoupClientServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="RecoupClient"/> as a typed client of <c>IHttpClientFactory</c>, with a handler that follows no redirects and
    /// keeps no cookies.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">
    /// Sets the options after everything else that configures <see cref="RecoupClientOptions"/>; null if nothing is left to set.
    /// </param>
    /// <returns>
    /// The builder of the HttpClient, to add handlers. A handler that retries may execute an action twice; a handler that replaces the
    /// primary one must not follow redirects.
    /// </returns>
    /// <remarks>
    /// Creating the first client throws if the options are not valid: see <see cref="RecoupClient(HttpClient, RecoupClientOptions)"/>.
    /// </remarks>
    public static IHttpClientBuilder AddRecoupClient(this IServiceCollection services, Action<RecoupClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<RecoupClientOptions>().Configure(options => configure?.Invoke(options));
        return services
            .AddHttpClient(nameof(RecoupClient))
            // The options have the only timeout.
            .ConfigureHttpClient(httpClient => httpClient.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(ClientHandler.Create)
            .AddTypedClient((httpClient, provider) => new RecoupClient(
                httpClient,
                provider.GetRequiredService<IOptions<RecoupClientOptions>>().Value,
                provider.GetService<ILoggerFactory>()));
    }
}
