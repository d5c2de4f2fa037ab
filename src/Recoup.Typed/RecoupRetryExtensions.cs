using System.Globalization;
using Microsoft.Extensions.Options;
using Recoup.Typed;
using Recoup.Typed.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds retries to a registered <see cref="RecoupClient"/>.</summary>
public static class RecoupRetryExtensions
{
    /// <summary>
    /// Repeats requests of the client that failed for a reason that may pass: without a connection, and with the statuses 408, 429 and 5xx.
    /// A request that only reads is always repeated. One that may change something, such as the execution of an action, is repeated only if
    /// <see cref="RecoupClient.MayHaveExecuted(Exception)"/> is false for its failure, so no action is executed twice.
    /// </summary>
    /// <param name="builder">The builder that <c>AddRecoupClient</c> returns.</param>
    /// <param name="configure">Sets the options of the retries; null for the defaults.</param>
    /// <returns>The same builder.</returns>
    /// <remarks>
    /// <see cref="RecoupClientOptions.Timeout"/> is the limit for all attempts together, and <see cref="RecoupClientOptions.TimeProvider"/>
    /// is the clock of the delays.
    /// </remarks>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    public static IHttpClientBuilder AddRecoupRetries(this IHttpClientBuilder builder, Action<RecoupRetryOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new RecoupRetryOptions();
        configure?.Invoke(options);
        Require(
            options.MaxRetries is >= 0 and <= 100, nameof(options.MaxRetries), "between 0 and 100", options.MaxRetries, nameof(configure));
        Require(IsDelay(options.Delay), nameof(options.Delay), "between zero and one day", options.Delay, nameof(configure));
        Require(IsDelay(options.MaxDelay), nameof(options.MaxDelay), "between zero and one day", options.MaxDelay, nameof(configure));
        var name = RecoupClientNames.Of(builder.Services).ClientOf(builder.Name) ?? throw new ArgumentException(
            $"Expected the builder that AddRecoupClient returns, got that of the HttpClient '{builder.Name}'.", nameof(builder));
        return builder.AddHttpMessageHandler(provider => new RetryHandler(
            options, provider.GetRequiredService<IOptionsMonitor<RecoupClientOptions>>().Get(name).TimeProvider));
    }

    private static bool IsDelay(TimeSpan delay) => delay >= TimeSpan.Zero && delay <= TimeSpan.FromDays(1);

    private static void Require(bool holds, string option, string expected, IFormattable actual, string parameter)
    {
        if (!holds)
        {
            throw new ArgumentException(
                $"{nameof(RecoupRetryOptions)}.{option} must be {expected}, but is {actual.ToString(null, CultureInfo.InvariantCulture)}.",
                parameter);
        }
    }
}
