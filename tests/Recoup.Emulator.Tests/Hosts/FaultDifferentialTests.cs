using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Hosts;

/// <summary>
/// Compares what a client sees of each fault in process and on a real socket: types, messages, error codes, inner exceptions.
/// </summary>
public sealed partial class FaultDifferentialTests
{
    public enum ReadMode
    {
        /// <summary>HttpClient's default: the body is buffered before the response is returned.</summary>
        Buffered,

        /// <summary>The response is returned with its headers and the caller reads the body.</summary>
        Read,

        /// <summary>The response is returned with its headers and the caller copies the body.</summary>
        Copied,
    }

    public enum Cancellation
    {
        /// <summary>HttpClient's timeout.</summary>
        ByTimeout,

        /// <summary>The caller's token, while the call hangs.</summary>
        ByToken,

        /// <summary>The caller's token, before anything is sent.</summary>
        Before,
    }

    public static MatrixTheoryData<TransportFault, ReadMode> OnTheWire => new(
        [TransportFault.Reset, TransportFault.ResetMidBody, TransportFault.TruncatedBody], Enum.GetValues<ReadMode>());

    public static MatrixTheoryData<TransportFault, ReadMode> BeforeTheWire => new(
        [TransportFault.Refused, TransportFault.UnknownHost], Enum.GetValues<ReadMode>());

    [Theory, MemberData(nameof(OnTheWire))]
    public async Task A_scripted_fault_looks_the_same_in_process_and_on_a_port(TransportFault fault, ReadMode mode)
    {
        await using var inProcess = await MountedEmulator.StartAsync(Host.InProcess);
        await using var port = await MountedEmulator.StartAsync(Host.Port);
        inProcess.Emulator.On(Update).Fails(fault);
        port.Emulator.On(Update).Fails(fault);

        (await SeenAsync(inProcess.Client, mode)).ShouldBe(await SeenAsync(port.Client, mode));

        var (one, other) = (inProcess.Emulator.Journal.Single(Update), port.Emulator.Journal.Single(Update));
        (one.Fault, one.Executed, one.Status).ShouldBe((other.Fault, other.Executed, other.Status));
    }

    [Theory, MemberData(nameof(OnTheWire))]
    public async Task A_lost_response_looks_the_same_in_process_and_on_a_port_and_counts_as_executed(TransportFault fault, ReadMode mode)
    {
        await using var inProcess = await MountedEmulator.StartAsync(Host.InProcess);
        await using var port = await MountedEmulator.StartAsync(Host.Port);
        inProcess.Emulator.On(Update).ExecutesThenLosesReply(fault);
        port.Emulator.On(Update).ExecutesThenLosesReply(fault);

        (await SeenAsync(inProcess.Client, mode)).ShouldBe(await SeenAsync(port.Client, mode));

        inProcess.Emulator.Journal.Single(Update).Executed.ShouldBeTrue();
        port.Emulator.Journal.Single(Update).Executed.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(BeforeTheWire))]
    public async Task A_failed_connection_looks_the_same_as_on_a_real_socket(TransportFault fault, ReadMode mode)
    {
        await using var inProcess = await MountedEmulator.StartAsync(Host.InProcess);
        inProcess.Emulator.On(Update).Fails(fault);
        using var socket = fault == TransportFault.Refused ? ToClosedPort() : ToUnknownHost();

        (await SeenAsync(inProcess.Client, mode)).ShouldBe(await SeenAsync(socket, mode));

        inProcess.Emulator.Journal.Single(Update).Executed.ShouldBeFalse();
    }

    [Theory, MemberData(nameof(OnTheWire))]
    public async Task A_scripted_fault_looks_the_same_as_on_a_bare_socket_server(TransportFault fault, ReadMode mode)
    {
        await using var inProcess = await MountedEmulator.StartAsync(Host.InProcess);
        inProcess.Emulator.On(Update).Fails(fault);
        await using var server = BareServer.Start(fault);
        using var socket = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server.Address };

        (await SeenAsync(inProcess.Client, mode)).ShouldBe(await SeenAsync(socket, mode));
    }

    [Theory]
    [InlineData(TransportFault.Refused)]
    [InlineData(TransportFault.UnknownHost)]
    public async Task A_fault_that_a_port_cannot_show_gets_a_501(TransportFault fault)
    {
        await using var port = await MountedEmulator.StartAsync(Host.Port);
        port.Emulator.On(Update).Fails(fault);

        var answer = await port.Client.ExecuteAsync(Update, ValidUpdate);

        ((int)answer.Status).ShouldBe(501);
        answer.ContentType.ShouldBe("application/problem+json");
    }

    [Theory, Everywhere]
    public async Task A_hanging_call_ends_when_its_caller_cancels_it(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);
        mounted.Emulator.On(Update).Fails(TransportFault.Hang);
        mounted.Client.Timeout = TimeSpan.FromMilliseconds(200);

        // Shouldly would create a new exception for a canceled task.
        var exception = await Assert.ThrowsAsync<TaskCanceledException>(() => mounted.Client.ExecuteAsync(Update, ValidUpdate));

        exception.InnerException.ShouldBeOfType<TimeoutException>();
        var exchange = mounted.Emulator.Journal.Single(Update);
        (exchange.Fault, exchange.Executed, exchange.Status).ShouldBe((TransportFault.Hang, false, null));
    }

    [Theory]
    [InlineData(Cancellation.ByTimeout)]
    [InlineData(Cancellation.ByToken)]
    [InlineData(Cancellation.Before)]
    public async Task A_hanging_call_looks_the_same_as_on_a_bare_socket_server(Cancellation how)
    {
        await using var inProcess = await MountedEmulator.StartAsync(Host.InProcess);
        await using var port = await MountedEmulator.StartAsync(Host.Port);
        inProcess.Emulator.On(Update).Fails(TransportFault.Hang);
        port.Emulator.On(Update).Fails(TransportFault.Hang);
        await using var server = BareServer.Start(TransportFault.Hang);
        using var socket = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server.Address };

        var seen = await CancelAsync(socket, how);

        (await CancelAsync(inProcess.Client, how)).ShouldBe(seen);
        (await CancelAsync(port.Client, how)).ShouldBe(seen);
    }

    [Theory, Everywhere]
    public async Task A_hanging_call_ends_when_the_emulator_is_disposed(Host host)
    {
        var mounted = await MountedEmulator.StartAsync(host);
        mounted.Emulator.On(Update).Fails(TransportFault.Hang);
        var call = mounted.Client.ExecuteAsync(Update, ValidUpdate);
        while (mounted.Emulator.Journal.Count() == 0)
            await Task.Yield();

        await mounted.Emulator.DisposeAsync();

        await Should.ThrowAsync<Exception>(() => call);
    }

    private static async Task<string> CancelAsync(HttpClient client, Cancellation how)
    {
        var timeout = TimeSpan.FromMilliseconds(200);
        using var cancellation = new CancellationTokenSource();
        if (how == Cancellation.ByTimeout)
            client.Timeout = timeout;
        else
            cancellation.CancelAfter(timeout);
        if (how == Cancellation.Before)
            await cancellation.CancelAsync();
        var exception = await Assert.ThrowsAsync<TaskCanceledException>(() => client.PostAsync(
            Requests.Actions,
            Requests.Content(
                System.Text.Encoding.UTF8.GetBytes($$"""{"actionSlug":"{{Update}}","parameters":{{ValidUpdate}}}"""), "application/json"),
            cancellation.Token));
        return $"{DescribeCancellation(exception)} by the caller: {exception.CancellationToken == cancellation.Token}";
    }

    private static async Task<string> SeenAsync(HttpClient client, ReadMode mode)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Requests.Actions)
            {
                Content = Requests.Content(
                    System.Text.Encoding.UTF8.GetBytes($$"""{"actionSlug":"{{Update}}","parameters":{{ValidUpdate}}}"""),
                    "application/json"),
            };
            var completion = mode == ReadMode.Buffered
                ? HttpCompletionOption.ResponseContentRead
                : HttpCompletionOption.ResponseHeadersRead;
            using var response = await client.SendAsync(request, completion, TestContext.Current.CancellationToken);
            await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            if (mode == ReadMode.Copied)
                await body.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
            else
                while (await body.ReadAsync(new byte[64], TestContext.Current.CancellationToken) > 0) { }
            return "no exception";
        }
        catch (Exception exception)
        {
            return Describe(exception);
        }
    }

    // If its connection is closed, a real socket's read ends in one of these two ways, at random.
    private static string DescribeCancellation(Exception? exception) => exception switch
    {
        null => "",
        HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } => "the read ended",
        IOException { InnerException: SocketException { SocketErrorCode: SocketError.OperationAborted } } => "the read ended",
        _ => $"{Name(exception)} {Text(exception)}\n{DescribeCancellation(exception.InnerException)}",
    };

    private static string Describe(Exception? exception) => exception is null ? "" : exception switch
    {
        HttpRequestException http =>
            $"{Name(http)} {http.HttpRequestError} {http.StatusCode} {Text(http)}\n{Describe(http.InnerException)}",
        HttpIOException io => $"{Name(io)} {io.HttpRequestError} {Text(io)}\n{Describe(io.InnerException)}",
        SocketException socket =>
            $"{Name(socket)} {socket.SocketErrorCode} {socket.NativeErrorCode} {Text(socket)}\n{Describe(socket.InnerException)}",
        _ => $"{Name(exception)} {Text(exception)}\n{Describe(exception.InnerException)}",
    };

    private static string Name(Exception exception) => exception.GetType().FullName!;

    // Each server has its own host and port.
    private static string Text(Exception exception) => HostAndPort().Replace(exception.Message, "(host:port)");

    [GeneratedRegex(@"\([\w.-]+:\d+\)")]
    private static partial Regex HostAndPort();

    private static HttpClient ToClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
    }

    // Fails like a resolver, because no test may use the network.
    private static HttpClient ToUnknownHost() => new(new SocketsHttpHandler
    {
        UseProxy = false,
        ConnectCallback = (_, _) => throw new SocketException((int)SocketError.HostNotFound),
    })
    {
        BaseAddress = new Uri("http://no-such-host.invalid/"),
    };
}
