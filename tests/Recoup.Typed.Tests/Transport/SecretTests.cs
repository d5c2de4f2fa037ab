using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Recoup.Typed.Tests.Telemetry;

namespace Recoup.Typed.Tests.Transport;

/// <summary>
/// A server quotes the credential in each place of its response: as it is, in the other case, and escaped. It is shown nowhere: in no
/// exception, no log of any category, no trace and no metric.
/// </summary>
public sealed class SecretTests
{
    private const string Key = "recoup_sk_Planted/7f3a+5c=";
    private const string PartThatIsNeverEscaped = "7f3a";

    private static readonly string[] Spellings =
        [Key, Key.ToUpperInvariant(), @"recoup_sk_Planted\/7f3a\u002B5c=", @"recoup_sk_Planted\\\/7f3a\\u002b5c\\u003d"];

    private static readonly string[] Headers =
    [
        "Location: https://KEY.example/KEY?KEY#KEY", "Location: /KEY", "Location: KEY", "Location: https://[KEY", "Content-Type: KEY",
        "Content-Type: text/KEY", "Content-Type: application/json; charset=KEY", "Content-Type: application/json; KEY=1",
        "Content-Encoding: KEY", "Content-Encoding: gzip, KEY", "Content-Language: KEY", "Content-Disposition: attachment; filename=KEY",
        "Content-Location: /KEY", "Content-Range: KEY", "WWW-Authenticate: Bearer KEY", "WWW-Authenticate: KEY realm=\"KEY\"",
        "Proxy-Authenticate: Basic realm=\"KEY\"", "Retry-After: KEY", "Set-Cookie: a=KEY; Domain=KEY", "Server: KEY", "Via: 1.1 KEY",
        "Warning: 199 - \"KEY\"", "ETag: \"KEY\"", "Date: KEY", "Expires: KEY", "Link: <KEY>; rel=KEY", "Alt-Svc: h2=\"KEY:443\"",
        "Allow: KEY", "Connection: KEY", "Upgrade: KEY", "Trailer: KEY", "Transfer-Encoding: KEY", "Content-Length: KEY", "x-api-key: KEY",
        "Authorization: Bearer KEY", "traceparent: KEY", "KEY: KEY", "KEY", ": KEY", "X-KEY: 1", "X-Folded: a\n KEY",
    ];

    private static readonly string[] Bodies =
    [
        """{"error":"KEY"}""", """{"message":"KEY"}""", """{"error":400,"message":"KEY"}""", """{"error":{"KEY":"KEY"}}""", "\"KEY\"",
        """{"error":"x","missing_fields":["KEY"]}""", """{"error":"x","missing_fields":[{"KEY":1}]}""", "<p title=\"KEY\">KEY</p>", "KEY",
        """{"success":true,"result":{"data":{"a":"KEY"},"error":null,"successful":true}}""",
        """{"success":true,"result":{"data":{"KEY":["x",{"y":"aKEYb"}]},"error":"KEY","successful":false},"executedAt":"KEY"}""",
        """{"success":true,"result":{"data":{},"error":{"KEY":"KEY"},"successful":false}}""", """{"success":"KEY","result":"KEY"}""",
        """{"success":true,"actions":[{"slug":"KEY"}]}""", "\uFEFF{\"error\":\"KEY\"}", "{\"error\":\"KEY", "{\"error\":\"\\ud800KEY\"}",
        "\0KEY\0", "\u00ff\u00feKEY\u00c3",
    ];

    private static readonly string[] Others =
    [
        "KEY", "HTTP/1.1 KEY", "HTTP/KEY 200 OK", "HTTP/1.1 200 KEY", "HTTP/1.1 404 KEY", "HTTP/1.1 502 KEY",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nKEY", "HTTP/1.1 500 Error\nTransfer-Encoding: chunked\n\nKEY",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n3;KEY\n{}\n0\nKEY: KEY",
        "HTTP/1.1 200 OK\nContent-Encoding: gzip\nConnection: close\n\nKEY",
        "HTTP/1.1 200 OK\nContent-Encoding: br\nConnection: close\n\nKEY",
        "HTTP/1.1 502 Bad\nContent-Encoding: deflate\nConnection: close\n\nKEY",
        "HTTP/1.1 200 OK\nContent-Length: 4000\n\n{\"error\":\"KEY\"}",
        "HTTP/1.1 103 KEY\nLink: <KEY>\n\nHTTP/1.1 404 KEY\nContent-Length: 0",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Answers => new(
        [
            .. Headers.SelectMany(header => ((int[])[200, 302, 401]).Select(status =>
                ($"{header}, {status}", $"HTTP/1.1 {status} Status\n{header}\nConnection: close\n\n{{\"error\":\"x\"}}"))),
            .. Bodies.SelectMany(body => ((int[])[200, 400]).Select(status =>
                ($"{body}, {status}", $"HTTP/1.1 {status} Status\nContent-Type: application/json\nConnection: close\n\n{body}"))),
            .. Others.Select(answer => (answer, answer)),
        ]);

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task The_credential_is_shown_nowhere(string name, string answer)
    {
        foreach (var key in Spellings)
        {
            using var witness = new Witness();
            await using var server = HostileServer.Of(answer.Replace("KEY", key, StringComparison.Ordinal));
            await using var services = Services(server, witness);
            var client = services.GetRequiredService<RecoupClient>();

            await SeeAsync(witness, () => client.ExecuteAsync("ACME_DO", JsonElement.Parse("{}"), cancellationToken: Cancellation));
            await SeeAsync(witness, () => client.ListActionsAsync(cancellationToken: Cancellation));

            witness.Quoting(PartThatIsNeverEscaped).ShouldBeEmpty(name);
        }
    }

    [Fact]
    public async Task Another_text_in_the_same_places_is_seen()
    {
        using var witness = new Witness();
        await using var server = HostileServer.Of("HTTP/another-text 200 OK");
        await using var services = Services(server, witness);

        await SeeAsync(witness, () => services.GetRequiredService<RecoupClient>().ListActionsAsync(cancellationToken: Cancellation));

        witness.Quoting("another-text").Select(seen => seen[..seen.IndexOf(':', StringComparison.Ordinal)]).Distinct().ShouldBe(
            [
                "System.Net.Http", "System.Net.Http.HttpClient.RecoupClient.ClientHandler", "exception",
                "System.Net.Http.HttpClient.RecoupClient.LogicalHandler",
            ],
            ignoreOrder: true);
        ((string[])["options", "Recoup.Typed", "Recoup.Typed.RecoupClient", "System.Net.Http"]).ShouldBeSubsetOf(witness.Places);
    }

    private static async Task SeeAsync(Witness witness, Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception exception)
        {
            (exception is RecoupException or HttpRequestException or TaskCanceledException { InnerException: TimeoutException })
                .ShouldBeTrue(exception.ToString());
            witness.See(exception);
        }
    }

    private static ServiceProvider Services(HostileServer server, Witness witness)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(witness));

        // As an application that knows no other header with a secret.
        services.ConfigureHttpClientDefaults(http => http.RedactLoggedHeaders(["Authorization"]));
        services.AddRecoupClient(options =>
        {
            options.ApiKey = Key;
            options.BaseAddress = server.Address;
            options.Timeout = TimeSpan.FromSeconds(10);
            witness.See("options", options);
            witness.See("options", JsonSerializer.Serialize(options));
        }).AddHttpMessageHandler(() => new Observer(witness));
        return services.BuildServiceProvider();
    }

    /// <summary>A handler of an application that logs what goes wrong.</summary>
    private sealed class Observer(Witness witness) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (Exception exception)
            {
                witness.See(exception);
                throw;
            }
        }
    }
}
