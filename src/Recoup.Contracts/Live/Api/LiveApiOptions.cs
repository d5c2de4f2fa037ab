using Recoup.Catalogs;

namespace Recoup.Contracts.Live;

/// <summary>Options of a connection to a live API.</summary>
public sealed class LiveApiOptions
{
    /// <summary>The address, or null for the server that <see cref="Spec"/> names. It must use HTTPS, except on loopback.</summary>
    public Uri? Address { get; init; }

    /// <summary>The key of an account. It is sent only in the documented header.</summary>
    public required string ApiKey { get; init; }

    /// <summary>The contract, which defines paths, headers and members. Default: the one that this library was built with.</summary>
    public ApiSpec Spec { get; init; } = BuiltInContract.Spec;

    /// <summary>The time limit of a response. Default: 60 seconds, because the server collects the lists from its upstream.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The handler for requests, or null for the network. It must not follow redirects, because they would send the key elsewhere.
    /// </summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>Called with a log line for each exchange: method, path and status, never the key. Default: null.</summary>
    public Action<string>? Log { get; init; }
}
