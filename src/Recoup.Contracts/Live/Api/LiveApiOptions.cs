using Recoup.Catalogs;

namespace Recoup.Contracts.Live;

/// <summary>How a live API is reached.</summary>
public sealed class LiveApiOptions
{
    /// <summary>Its address, or null for the server that <see cref="Spec"/> names. HTTPS, unless it is on loopback.</summary>
    public Uri? Address { get; init; }

    /// <summary>The key of an account. It goes into the documented header, and nowhere else.</summary>
    public required string ApiKey { get; init; }

    /// <summary>The contract, which names paths, headers and members. Default: the one this library was built with.</summary>
    public ApiSpec Spec { get; init; } = BuiltInContract.Spec;

    /// <summary>How long an answer may take. Default: 60 seconds; a list is put together upstream.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>What carries requests, or null for the network. It must not follow redirects: they would carry the key elsewhere.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>Told of each exchange, for a log: method, path, status. Never of a key. Default: nobody.</summary>
    public Action<string>? Log { get; init; }
}
