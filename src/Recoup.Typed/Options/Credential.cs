using System.Net.Http.Headers;
using Recoup.Typed.Generated;

namespace Recoup.Typed;

/// <summary>The credential of a client. It is never shown: the header that it writes is its only text.</summary>
internal abstract class Credential
{
    private Credential()
    {
    }

    /// <summary>Reads the credential of the options.</summary>
    /// <exception cref="ArgumentException">There is more than one, or it is not allowed in a header.</exception>
    public static Credential Of(RecoupClientOptions options)
    {
        var given = new[]
        {
            options.ApiKey is null ? null : nameof(options.ApiKey),
            options.AccessToken is null ? null : nameof(options.AccessToken),
            options.AccessTokenProvider is null ? null : nameof(options.AccessTokenProvider),
        }.OfType<string>().ToArray();
        if (given.Length > 1)
            throw new ArgumentException(
                $"{string.Join(" and ", given)} are set: the server refuses two credentials. Keep one.", nameof(options));
        if (Flaw(options.ApiKey ?? options.AccessToken) is { } flaw)
            throw new ArgumentException($"{nameof(RecoupClientOptions)}.{given[0]} {flaw}.", nameof(options));
        return options switch
        {
            { ApiKey: { } key } => new Key(key),
            { AccessToken: { } token } => new Token(_ => ValueTask.FromResult(token)),
            { AccessTokenProvider: { } provider } => new Token(provider),
            _ => new None(),
        };
    }

    /// <summary>Writes the credential to the header that the operation documents for it.</summary>
    public abstract ValueTask WriteAsync(HttpRequestHeaders headers, OperationInfo operation, CancellationToken cancellationToken);

    // Checked here, because the exception of the headers would quote the value.
    private static string? Flaw(string? secret) => secret switch
    {
        null => null,
        _ when string.IsNullOrWhiteSpace(secret) => "is empty",
        _ when secret.AsSpan().Trim().Length < secret.Length => "has white space around it (a line break from a file?): trim it",
        _ when secret.AsSpan().ContainsAnyExceptInRange('!', '~') => "contains a character that is not allowed in a header",
        _ => null,
    };

    /// <summary>No credential: the caller's handlers may add one.</summary>
    public sealed class None : Credential
    {
        public override ValueTask WriteAsync(
            HttpRequestHeaders headers, OperationInfo operation, CancellationToken cancellationToken) =>
            ValueTask.CompletedTask;
    }

    private sealed class Key(string key) : Credential
    {
        public override ValueTask WriteAsync(
            HttpRequestHeaders headers, OperationInfo operation, CancellationToken cancellationToken)
        {
            if (operation.ApiKeyHeader is { } header)
                headers.Add(header, key);
            else if (operation.TakesAccessToken)
                throw new InvalidOperationException($"{operation.Id} takes an access token, but this client has an API key.");
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Token(Func<CancellationToken, ValueTask<string>> provider) : Credential
    {
        public override async ValueTask WriteAsync(
            HttpRequestHeaders headers, OperationInfo operation, CancellationToken cancellationToken)
        {
            if (!operation.TakesAccessToken)
            {
                if (operation.ApiKeyHeader is not null)
                    throw new InvalidOperationException($"{operation.Id} takes an API key, but this client has an access token.");
                return;
            }

            var token = await provider(cancellationToken).ConfigureAwait(false);
            if (Flaw(token ?? "") is { } flaw)
                throw new InvalidOperationException($"The token from {nameof(RecoupClientOptions.AccessTokenProvider)} {flaw}.");
            headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }
}
