using Microsoft.Extensions.Logging;

namespace Recoup.Typed;

/// <summary>The validated options, as they were when the client was created.</summary>
internal sealed class ClientSettings
{
    private ClientSettings(Uri baseAddress, Credential credential, RecoupClientOptions options)
    {
        BaseAddress = baseAddress;
        Prefix = baseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/');
        Credential = credential;
        Account = options.Account;
        Timeout = options.Timeout;
        MaxResponseBytes = options.MaxResponseBytes;
        ThrowOnUnsuccessfulResult = options.ThrowOnUnsuccessfulResult;
        LoggerFactory = options.LoggerFactory;
        TimeProvider = options.TimeProvider;
    }

    public Uri BaseAddress { get; }

    /// <summary>Scheme, host, port and path of <see cref="BaseAddress"/>, without the trailing slash.</summary>
    public string Prefix { get; }

    public Credential Credential { get; }

    public Guid? Account { get; }

    public TimeSpan Timeout { get; }

    public int MaxResponseBytes { get; }

    public bool ThrowOnUnsuccessfulResult { get; }

    public ILoggerFactory? LoggerFactory { get; }

    public TimeProvider TimeProvider { get; }

    /// <summary>
    /// Reads the options of a client with its own HttpClient. No handler can add a credential, so the options must have one.
    /// </summary>
    /// <exception cref="ArgumentException">An option is not valid; the message names it and says what to do.</exception>
    public static ClientSettings Of(RecoupClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var settings = new ClientSettings(Address(options.BaseAddress, options), Credential.Of(options), Checked(options));
        return settings.Credential is Credential.None
            ? throw new ArgumentException($"There is no credential: set {nameof(options.ApiKey)}, {nameof(options.AccessToken)} or "
                + $"{nameof(options.AccessTokenProvider)}.", nameof(options))
            : settings;
    }

    /// <summary>Reads the options of a client over a caller's HttpClient, whose handlers may add the credential.</summary>
    /// <exception cref="ArgumentException">An option is not valid, alone or with this HttpClient.</exception>
    public static ClientSettings Of(HttpClient httpClient, RecoupClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        ArgumentNullException.ThrowIfNull(options);
        var address = options.ChosenBaseAddress ?? httpClient.BaseAddress ?? options.BaseAddress;
        if (httpClient.BaseAddress is { } own && !own.Equals(address))
        {
            throw new ArgumentException($"The {nameof(httpClient.BaseAddress)} of the HttpClient ({own.Host}) and that of the options "
                + $"({address.Host}) differ: set only one of them.", nameof(options));
        }

        return new ClientSettings(Address(address, options), Credential.Of(options), Checked(options));
    }

    private static RecoupClientOptions Checked(RecoupClientOptions options)
    {
        var timeout = options.Timeout;
        if (timeout != System.Threading.Timeout.InfiniteTimeSpan && (timeout <= TimeSpan.Zero || timeout.TotalMilliseconds > int.MaxValue))
            throw Refused(
                options,
                nameof(options.Timeout),
                $"a positive time span of at most 24 days, or {nameof(Timeout)}.InfiniteTimeSpan",
                $"{timeout}");
        if (options.MaxResponseBytes <= 0)
            throw Refused(options, nameof(options.MaxResponseBytes), "a positive number of bytes", $"{options.MaxResponseBytes}");
        if (options.Account == Guid.Empty)
            throw Refused(options, nameof(options.Account), "the id of an account, or null for the caller's own", "an empty Guid");
        if (options.TimeProvider is null)
            throw Refused(options, nameof(options.TimeProvider), "a clock", "null");
        return options;
    }

    private static Uri Address(Uri address, RecoupClientOptions options)
    {
        const string Name = nameof(RecoupClientOptions.BaseAddress);
        const string Expected = "an absolute https address";
        if (!address.IsAbsoluteUri)
            throw Refused(options, Name, Expected, "a relative one");
        if (address.UserInfo.Length > 0)
            throw Refused(options, Name, Expected + " without user name and password", "one with them");
        if (address.Query.Length > 0 || address.Fragment.Length > 0)
            throw Refused(options, Name, Expected + " without query and fragment", "one with them");
        if (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            return address;
        throw Refused(options, Name, Expected + " (http on a loopback address only: the credential travels with every request)",
            $"{address.Scheme}://{address.Authority}");
    }

    private static ArgumentException Refused(RecoupClientOptions options, string option, string expected, string actual) =>
        new($"{nameof(RecoupClientOptions)}.{option} must be {expected}, but is {actual}.", nameof(options));
}
