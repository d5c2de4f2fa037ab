using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Recoup.Typed.Tests.Transport;

/// <summary>Responses of a server that wants to exhaust the memory, to wait forever, or to make the client show its credential.</summary>
public sealed class HostileResponseTests
{
    private const int Megabyte = 1024 * 1024;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gzip", 200, 70)]
    [InlineData("br", 200, 70)]
    [InlineData("deflate", 502, 2)]
    [InlineData("gzip", 409, 2)]
    public async Task A_body_that_grows_when_it_is_decompressed_is_cut_off(string encoding, int status, int megabytes)
    {
        await using var server = HostileServer.Of(
            $"HTTP/1.1 {status} Status\nContent-Type: application/json\nContent-Encoding: {encoding}\nConnection: close",
            Bomb(encoding, megabytes));
        using var client = ClientOf(server);

        var thrown = await Should.ThrowAsync<RecoupException>(client.SendAsync(Requests.Thing(), Cancellation));

        ((int)thrown.StatusCode).ShouldBe(status);
        thrown.ResponseBody.Length.ShouldBe(Megabyte);
        if (status == 200)
            thrown.Message.ShouldContain("the body has more than 67,108,864 bytes (RecoupClientOptions.MaxResponseBytes)");
    }

    [Theory]
    [InlineData(200)]
    [InlineData(500)]
    public async Task An_endless_body_is_cut_off(int status)
    {
        await using var server = new HostileServer(async (stream, stop) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} Status\r\nConnection: close\r\n\r\n"), stop);
            var part = new byte[64 * 1024];
            while (true)
                await stream.WriteAsync(part, stop);
        });
        using var client = ClientOf(server, options => options.MaxResponseBytes = 3_000_000);

        var thrown = await Should.ThrowAsync<RecoupException>(client.SendAsync(Requests.Thing(), Cancellation));

        ((int)thrown.StatusCode).ShouldBe(status);
        thrown.ResponseBody.Length.ShouldBe(Megabyte);
    }

    [Fact]
    public async Task A_body_that_arrives_byte_by_byte_ends_with_the_timeout()
    {
        await using var server = new HostileServer(async (stream, stop) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"u8.ToArray(), stop);
            while (true)
            {
                await stream.WriteAsync(" "u8.ToArray(), stop);
                await Task.Delay(5, stop);
            }
        });
        using var client = ClientOf(server, options => options.Timeout = TimeSpan.FromMilliseconds(200));

        var thrown = await Assert.ThrowsAsync<TaskCanceledException>(() => client.SendAsync(Requests.Thing(), Cancellation));

        thrown.InnerException.ShouldBeOfType<TimeoutException>();
    }

    [Theory]
    [InlineData("gzip", 200, "not compressed")]
    [InlineData("br", 200, "not compressed")]
    [InlineData("deflate", 200, "not compressed")]
    [InlineData("gzip", 502, "not compressed")]
    [InlineData("gzip, gzip", 200, "not compressed")]
    [InlineData("zstd", 200, "not compressed")]
    public async Task A_body_that_cannot_be_decompressed_is_an_exception_of_the_client(string encoding, int status, string body)
    {
        await using var server = HostileServer.Of(
            $"HTTP/1.1 {status} Status\nContent-Encoding: {encoding}\nContent-Length: {body.Length}", Encoding.ASCII.GetBytes(body));
        using var client = ClientOf(server);

        var thrown = await Should.ThrowAsync<RecoupException>(client.SendAsync(Requests.Thing(), Cancellation));

        ((int)thrown.StatusCode).ShouldBe(status);
        RecoupClient.MayHaveExecuted(thrown).ShouldBeTrue();
    }

    public static TheoryData<Exception, Type> BrokenBodies => new()
    {
        { new InvalidOperationException("The application's handler failed."), typeof(InvalidOperationException) },
        { new NotSupportedException("The application's handler failed."), typeof(NotSupportedException) },
        { new IOException("The connection was lost."), typeof(HttpRequestException) },
        { new ObjectDisposedException("The connection was closed."), typeof(HttpRequestException) },
    };

    [Theory]
    [MemberData(nameof(BrokenBodies), DisableDiscoveryEnumeration = true)]
    public async Task A_body_that_cannot_be_read_for_another_reason_does_not_count_as_broken_data(Exception fault, Type expected)
    {
        using var client = Clients.Over(new ScriptedHandler((_, _) => Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new FaultyStream(fault)) })));

        var thrown = await Should.ThrowAsync<Exception>(client.SendAsync(Requests.Thing(), Cancellation));

        thrown.ShouldBeOfType(expected);
        (thrown.InnerException ?? thrown).ShouldBeSameAs(fault);
        RecoupClient.MayHaveExecuted(thrown).ShouldBeTrue();
    }

    [Theory]
    [InlineData("HTTP/1.1 302 Found\nLocation: https://KEY.example/\nContent-Length: 0")]
    [InlineData("HTTP/1.1 307 KEY\nLocation: /KEY?KEY\nContent-Length: 0")]
    [InlineData("HTTP/1.1 500 Error\nContent-Type: text/KEY\nContent-Length: 0")]
    [InlineData("HTTP/1.1 500 Error\nContent-Type: text/plain; charset=KEY\nContent-Length: 0")]
    [InlineData("HTTP/1.1 200 OK\nContent-Type: application/KEY\nContent-Length: 0")]
    [InlineData("HTTP/1.1 401 KEY\nWWW-Authenticate: Bearer KEY\nContent-Length: 0")]
    [InlineData("HTTP/1.1 503 Busy\nRetry-After: KEY\nContent-Encoding: KEY\nContent-Length: 0")]
    [InlineData("HTTP/1.1 KEY\nContent-Length: 0")]
    [InlineData("KEY")]
    [InlineData("HTTP/1.1 200 OK\nKEY\nContent-Length: 0")]
    [InlineData("HTTP/1.1 200 OK\nContent-Length: KEY")]
    [InlineData("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nKEY")]
    public async Task No_exception_quotes_the_credential(string head)
    {
        foreach (var key in (string[])[Clients.Key, Clients.Key.ToUpperInvariant()])
        {
            await using var server = HostileServer.Of(head.Replace("KEY", key, StringComparison.Ordinal));
            using var client = ClientOf(server);

            var thrown = await Should.ThrowAsync<Exception>(client.SendAsync(Requests.Thing(), Cancellation));

            (thrown is RecoupException or HttpRequestException).ShouldBeTrue(thrown.ToString());
            thrown.ToString().ShouldNotContain(Clients.Key, Case.Insensitive);
            if (thrown is RecoupException response)
                (response.ResponseBody + response.ServerMessage).ShouldNotContain(Clients.Key, Case.Insensitive);
        }
    }

    [Theory]
    [InlineData("""{"error":"KEY"}""")]
    [InlineData("""{"message":{"KEY":1}}""")]
    [InlineData("""{"missing_fields":["KEY"],"error":"x"}""")]
    [InlineData("<p>KEY</p>")]
    public async Task No_error_of_the_server_shows_the_credential(string body)
    {
        foreach (var key in (string[])[Clients.Key, Clients.Key.ToUpperInvariant()])
        {
            using var client = Clients.Over(ScriptedHandler.Returning(
                HttpStatusCode.BadRequest, body.Replace("KEY", key, StringComparison.Ordinal)));

            var thrown = await Should.ThrowAsync<RecoupException>(client.SendAsync(Requests.Thing(), Cancellation));

            (thrown + thrown.ResponseBody + thrown.ServerMessage + string.Concat(thrown.MissingFields))
                .ShouldNotContain(Clients.Key, Case.Insensitive);
        }
    }

    [Theory]
    [InlineData("""{"data":{},"error":"KEY","successful":false}""")]
    [InlineData("""{"data":{"KEY":["x",{"y":"aKEYb"}]},"error":null,"successful":false}""")]
    [InlineData("""{"data":"\u0072ecoup_sk_0123456789","error":{"n":1.50,"t":true},"successful":false}""")]
    public async Task The_result_of_a_failed_action_does_not_quote_the_credential(string result)
    {
        var quoting = result.Replace("KEY", Clients.Key, StringComparison.Ordinal);
        using var client = Clients.Over(ScriptedHandler.Returning(
            HttpStatusCode.OK, $$"""{"success":true,"result":{{quoting}},"executedAt":"2026-01-02T03:04:05Z"}"""));
        using var parameters = JsonDocument.Parse("{}");

        var thrown = await Should.ThrowAsync<ActionFailedException>(
            client.ExecuteAsync("ACME_DO", parameters.RootElement, cancellationToken: Cancellation));

        (thrown + thrown.Result.GetRawText() + thrown.ResponseBody).ShouldNotContain(Clients.Key);
        thrown.Result.GetRawText().ShouldContain("***");
        thrown.Result.GetProperty("successful").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_credential_of_the_HttpClient_is_masked_too()
    {
        using var http = new HttpClient(ScriptedHandler.Returning(HttpStatusCode.BadRequest, """{"error":"you sent s3cr3t-key"}"""));
        http.DefaultRequestHeaders.Add("x-api-key", "s3cr3t-key");
        using var client = new RecoupClient(http, new RecoupClientOptions());

        var thrown = await Should.ThrowAsync<RecoupException>(client.SendAsync(Requests.Thing(), Cancellation));

        thrown.ServerMessage.ShouldBe("you sent ***");
    }

    private static RecoupClient ClientOf(HostileServer server, Action<RecoupClientOptions>? configure = null)
    {
        var options = new RecoupClientOptions { ApiKey = Clients.Key, BaseAddress = server.Address };
        configure?.Invoke(options);
        return new RecoupClient(options);
    }

    private static byte[] Bomb(string encoding, int megabytes)
    {
        using var body = new MemoryStream();
        using (Stream compressed = encoding switch
        {
            "gzip" => new GZipStream(body, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(body, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new ZLibStream(body, CompressionLevel.Fastest, leaveOpen: true),
            _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, message: null),
        })
        {
            var part = new byte[Megabyte];
            for (var i = 0; i < megabytes; i++)
                compressed.Write(part);
        }

        return body.ToArray();
    }

    private sealed class FaultyStream(Exception fault) : MemoryStream
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            Task.FromException(fault);
    }
}
