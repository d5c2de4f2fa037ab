using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using Recoup.Recordings;

namespace Recoup.Typed.Recording;

/// <summary>The secrets in the headers of an exchange: its credential, whoever has added it, and its cookies.</summary>
internal static class ExchangeSecrets
{
    private const int Remembered = 1000;

    private static readonly string[] Cookies = ["Cookie", "Set-Cookie"];
    private static readonly ConcurrentDictionary<string, bool> Known = new(StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<string?> Of(HttpRequestMessage request, HttpResponseMessage response)
    {
        var secrets = new List<string?>();
        Add(secrets, request.Headers.NonValidated);
        Add(secrets, response.Headers.NonValidated);
        if (request.RequestUri is { UserInfo: { Length: > 0 } user })
            AddPair(secrets, Uri.UnescapeDataString(user));
        return secrets;
    }

    private static void Add(List<string?> secrets, HttpHeadersNonValidated headers)
    {
        foreach (var header in headers)
        {
            if (Cookies.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            {
                secrets.AddRange(header.Value
                    .SelectMany(value => value.Split(';', StringSplitOptions.TrimEntries))
                    .Where(cookie => cookie.Contains('=', StringComparison.Ordinal))
                    .Select(cookie => cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..])
                    .Where(IsSecret));
            }
            else if (IsSecretHeader(header.Key))
            {
                foreach (var value in header.Value)
                    AddCredential(secrets, value);
            }
        }
    }

    // The same few headers come with each call.
    private static bool IsSecretHeader(string name)
    {
        if (Known.TryGetValue(name, out var isSecret))
            return isSecret;
        isSecret = name.Equals(ExecutionRoute.ApiKeyHeader, StringComparison.OrdinalIgnoreCase) || SensitiveNames.IsSecretHeader(name);
        if (Known.Count < Remembered)
            Known[name] = isSecret;
        return isSecret;
    }

    // A scheme is no secret: "Bearer <token>". The user name and password of "Basic" are encoded together.
    private static void AddCredential(List<string?> secrets, string value)
    {
        if (!AuthenticationHeaderValue.TryParse(value, out var parsed) || parsed.Parameter is not { } parameter)
        {
            secrets.Add(value);
            return;
        }

        secrets.Add(parameter);
        if (parsed.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase))
        {
            var bytes = new byte[parameter.Length];
            if (Convert.TryFromBase64String(parameter, bytes, out var length))
                AddPair(secrets, Encoding.UTF8.GetString(bytes, 0, length));
        }
    }

    private static void AddPair(List<string?> secrets, string pair)
    {
        secrets.Add(pair);
        secrets.Add(pair[(pair.IndexOf(':', StringComparison.Ordinal) + 1)..]);
    }

    // Attributes of cookies, such as a path or a lifetime, occur in other texts too.
    private static bool IsSecret(string value) => value.Length >= 8 && !value.Contains(' ', StringComparison.Ordinal);
}
