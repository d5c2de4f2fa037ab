using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Recoup.Typed;
using Recoup.Typed.Hosting;
using Recoup.Typed.Transport;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="RecoupClient"/> with a container.</summary>
public static class RecoupClientServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="RecoupClient"/> over a client of <c>IHttpClientFactory</c>, with a handler that follows no redirects and keeps
    /// no cookies.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">
    /// Sets the options after everything else that configures <see cref="RecoupClientOptions"/>; null if nothing is left to set.
    /// </param>
    /// <returns>
    /// The builder of the HttpClient, to add handlers. A handler that replaces the primary one must not follow redirects.
    /// </returns>
    /// <remarks>
    /// Handlers for resilience, such as those of <c>AddStandardResilienceHandler</c>, do not see requests that may change something,
    /// whether they are added to this client or to all. <see cref="RecoupRetryExtensions.AddRecoupRetries"/> adds retries that execute no
    /// action twice. Creating the first client throws if the options are not valid: see
    /// <see cref="RecoupClient(HttpClient, RecoupClientOptions)"/>.
    /// </remarks>
    public static IHttpClientBuilder AddRecoupClient(this IServiceCollection services, Action<RecoupClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddTransient(provider => provider.GetRequiredService<IRecoupClientFactory>().CreateClient(Options.Options.DefaultName));
        return Add(services, Options.Options.DefaultName, configure);
    }

    /// <summary>
    /// Registers a client with a name and options of its own, for example one for each API key. Get it from
    /// <see cref="IRecoupClientFactory"/>, or as a keyed service: <c>[FromKeyedServices("press")] RecoupClient recoup</c>.
    /// </summary>
    /// <param name="services">The service collection.</param>
    /// <param name="name">The name, which is also that of its <see cref="RecoupClientOptions"/>.</param>
    /// <param name="configure">As for <see cref="AddRecoupClient(IServiceCollection, Action{RecoupClientOptions})"/>.</param>
    /// <returns>As for <see cref="AddRecoupClient(IServiceCollection, Action{RecoupClientOptions})"/>.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IHttpClientBuilder AddRecoupClient(
        this IServiceCollection services, string name, Action<RecoupClientOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        services.TryAddKeyedTransient(name, (provider, _) => provider.GetRequiredService<IRecoupClientFactory>().CreateClient(name));
        return Add(services, name, configure);
    }

    private static IHttpClientBuilder Add(IServiceCollection services, string name, Action<RecoupClientOptions>? configure)
    {
        RecoupClientNames.Of(services).Add(name);
        services.TryAddSingleton<IRecoupClientFactory, RecoupClientFactory>();
        InsertFilter(services);
        services.AddOptions<RecoupClientOptions>(name).Configure(options => configure?.Invoke(options));
        return services
            .AddHttpClient(RecoupClientNames.HttpClientOf(name))
            // The options have the only timeout.
            .ConfigureHttpClient(httpClient => httpClient.Timeout = Timeout.InfiniteTimeSpan)
            // A server may quote the credential in any header.
            .RedactLoggedHeaders(_ => true)
            .ConfigurePrimaryHttpMessageHandler(ClientHandler.Create);
    }

    // The first filter acts last: after the filter of the log, whose handler is the innermost one otherwise.
    private static void InsertFilter(IServiceCollection services)
    {
        if (!services.Any(service => service.ImplementationType == typeof(RecoupHandlerFilter)))
            services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, RecoupHandlerFilter>());
    }
}
