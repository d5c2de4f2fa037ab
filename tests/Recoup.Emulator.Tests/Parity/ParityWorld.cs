using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Recoup.Catalogs;
using Recoup.Emulator.Tests.Hosts;

namespace Recoup.Emulator.Tests.Parity;

/// <summary>An emulator that holds the accounts, connections, outcomes and files that the real server had around it.</summary>
internal sealed partial class ParityWorld : IAsyncDisposable
{
    private readonly Dictionary<string, string> _connections = [];
    private readonly Host _host;
    private readonly HttpClient _client;
    private Uri _address = new("http://localhost/");

    private ParityWorld(RecoupEmulator emulator, Host host)
    {
        (Emulator, _host) = (emulator, host);
        _client = new HttpClient(emulator.CreateHandler()) { BaseAddress = _address };
    }

    public RecoupEmulator Emulator { get; }

    public static async Task<ParityWorld> StartAsync(JsonElement world, RecoupCatalog catalog, string? upstream, Host host)
    {
        var emulator = RecoupEmulator.Start(
            catalog, new RecoupEmulatorOptions { Behavior = ApiBehavior.Deployed, World = CorpusWorld.Of(world, catalog, upstream) });
        var parity = new ParityWorld(emulator, host);
        if (host == Host.Port)
            parity._address = await emulator.StartListeningAsync(cancellationToken: TestContext.Current.CancellationToken);
        return parity;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Emulator.DisposeAsync();
    }

    /// <summary>Sets a connection, as a control of the corpus says.</summary>
    public void Set(JsonElement control) => Emulator.SetConnection(
        control.GetProperty("connector").GetString()!,
        Enum.Parse<ConnectionState>(control.GetProperty("state").GetString()!, ignoreCase: true),
        Emulator.GetAccount(control.GetProperty("account").GetString()!));

    /// <summary>Sends the request of a row; null if this host cannot be sent it.</summary>
    public async Task<ParityAnswer?> SendAsync(ParityRow row)
    {
        foreach (var connection in ConnectionPattern().Matches(row.Request.GetRawText()).DistinctBy(match => match.Value))
            await LearnConnectionAsync(connection.Groups["name"].Value);
        return _host == Host.Port ? await SendBytesAsync(row) : await SendInProcessAsync(row);
    }

    /// <summary>The text with the values of this world in place of the names in it.</summary>
    public string Fill(string text) => Placeholder().Replace(text, match => match.Groups["what"].Value.Split(':') switch
    {
        ["account", var name] => Emulator.GetAccount(name).Id.ToString(),
        ["account", var name, "upper"] => Emulator.GetAccount(name).Id.ToString().ToUpperInvariant(),
        ["account", var name, "nodash"] => Emulator.GetAccount(name).Id.ToString("N"),
        ["key", "expired"] => "recoup_sk_that_is_no_key",
        ["key", var name] => Emulator.GetAccount(name).ApiKey,
        ["token", var name] => Emulator.GetAccount(name).AccessToken,
        ["repeat", var piece, var times] => string.Concat(Enumerable.Repeat(piece, int.Parse(times, CultureInfo.InvariantCulture))),
        ["connection", var name] => _connections.GetValueOrDefault(name, "ca_none"),
        _ => match.Value,
    });

    private async Task LearnConnectionAsync(string name)
    {
        var (account, connector) = (name.Split('/')[0], name.Split('/')[1]);
        using var client = Emulator.CreateHttpClient(Emulator.GetAccount(account));
        var list = await client.GetAnswerAsync(Requests.Connectors);
        foreach (var item in list.Json.GetProperty("connectors").EnumerateArray())
        {
            if (item.GetProperty("slug").GetString() == connector && item.TryGetProperty("connectedAccountId", out var id))
                _connections[name] = id.GetString()!;
        }
    }

    private async Task<ParityAnswer> SendBytesAsync(ParityRow row)
    {
        var body = row.Body(Fill);
        var head = new StringBuilder($"{row.Method} {Fill(row.Path)} HTTP/1.1\r\nHost: {_address.Authority}\r\nConnection: close\r\n");
        foreach (var (name, value) in row.Headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {Fill(value)}\r\n");
        if (body is not null)
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, _address.Port, TestContext.Current.CancellationToken);
        var received = new MemoryStream();
        try
        {
            await socket.SendAsync((byte[])[.. Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), .. body ?? []]);
            var buffer = new byte[64 * 1024];
            while (await socket.ReceiveAsync(buffer) is var count and > 0)
                received.Write(buffer, 0, count);
        }
        catch (SocketException)
        {
            // The server closed the connection before it had read a large body.
        }

        return ParityAnswer.Parse(received.ToArray());
    }

    private async Task<ParityAnswer?> SendInProcessAsync(ParityRow row)
    {
        var path = Fill(row.Path);
        if (!Uri.TryCreate(_address, path, out var uri) || uri.PathAndQuery != path || path.StartsWith("//", StringComparison.Ordinal)
            || path.Contains("%00", StringComparison.Ordinal))
            return null;
        using var request = new HttpRequestMessage(new HttpMethod(row.Method), uri);
        if (row.Body(Fill) is { } body)
            request.Content = new ByteArrayContent(body);
        foreach (var (name, value) in row.Headers)
        {
            if (request.Headers.TryAddWithoutValidation(name, Fill(value)))
                continue;
            if (request.Content is null)
                return null;
            request.Content.Headers.TryAddWithoutValidation(name, Fill(value));
        }

        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value)));
        return new((int)response.StatusCode, [.. headers],
            await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [GeneratedRegex(@"\{\{(?<what>[^{}]+)\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\{\{connection:(?<name>[^{}]+)\}\}")]
    private static partial Regex ConnectionPattern();
}
