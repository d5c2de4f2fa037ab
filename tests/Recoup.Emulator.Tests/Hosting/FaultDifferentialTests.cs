using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Hosting;

/// <summary>What a client sees of each fault in process against what a real socket shows it: types, messages, error codes, inner exceptions.</summary>
public sealed partial class FaultDifferentialTests
{
    public enum Reading
    {
        /// <summary>HttpClient's default: the body is buffered before the response is returned.</summary>
        Buffered,

        /// <summary>The response is returned with its headers and the caller reads the body.</summary>
        Read,

        /// <summary>The response is returned with its headers and the caller copies the body.</summary>
        Copied,
    }

    public enum GivingUp
    {
        /// <summary>HttpClient's time-out.</summary>
        ByTimeout,

        /// <summary>The caller's token, while the call hangs.</summary>
        ByToken,

        /// <summary>The caller's token, before anything is sent.</summary>
        Before,
    }

    public static MatrixTheoryData<TransportFault, Reading> OnTheWire => new(
        [TransportFault.Reset, TransportFault.ResetMidBody, TransportFault.TruncatedBody], Enum.GetValues<Reading>());

    public static MatrixTheoryData<TransportFault, Reading> BeforeTheWire => new(
        [TransportFault.Refused, TransportFault.UnknownHost], Enum.GetValues<Reading>());

    [Theory, MemberData(nameof(OnTheWire))]
    public async Task A_scripted_fault_looks_the_same_in_process_and_on_a_port(TransportFault fault, Reading reading)
    {
        await using var inProcess = await MountedEmulator.StartAsync(Host.InProcess);
        await using var port = await MountedEmulator.StartAsync(Host.Port);
        inProcess.Emulator.On(Update).Fails(fault);
        port.Emulator.On(Update).Fails(fault);

        (await SeenAsync(inProcess.Client, reading)).ShouldBe(await SeenAsync(port.Client, reading));

        var (one, other) = (inProcess.Emulator.Journal.Single(Update), port.Emulator.Journal.Single(Update));
        (one.Fault, one.Executed, one.Status).ShouldBe((other.Fault, other.Executed, other.Status));
    }

    [Theory, MemberData(nameof(OnTheWire))]
    public async Task A_lost_reply_looks_the_same_in_process_and_on_a_port_and_counts_as_executed(TransportFault fault, Reading reading)
    {
        await using var inProcess = await MountedEmulator.StartAsync(Host.InProcess);
        await using var port = await MountedEmulator.StartAsync(Host.Port);
        inProcess.Emulator.On(Update).ExecutesThenLosesReply(fault);
        port.Emulator.On(Update).ExecutesThenLosesReply(fault);

        (await SeenAsync(inProcess.Client, reading)).ShouldBe(await SeenAsync(port.Client, reading));

        inProcess.Emulator.Journal.Single(Update).Executed.ShouldBeTrue();
        port.Emulator.Journal.Single(Update).Executed.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(BeforeTheWire))]
    public async Task A_connection_that_never_stands_looks_as_on_a_real_socket(TransportFault fault, Reading reading)
    {
        await using var inProcess = await MountedEmulator.StartAsync(Host.InProcess);
        inProcess.Emulator.On(Update).Fails(fault);
        using var socket = fault == TransportFault.Refused ? ToClosedPort() : ToUnknownHost();

        (await SeenAsync(inProcess.Client, reading)).ShouldBe(await SeenAsync(socket, reading));

        inProcess.Emulator.Journal.Single(Update).Executed.ShouldBeFalse();
    }

    [Theory, MemberData(nameof(OnTheWire))]
    public async Task A_scripted_fault_looks_like_that_of_a_bare_socket_server(TransportFault fault, Reading reading)
    {
        await using var inProcess = await MountedEmulator.StartAsync(Host.InProcess);
        inProcess.Emulator.On(Update).Fails(fault);
        await using var server = BareServer.Start(fault);
        using var socket = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server.Address };

        (await SeenAsync(inProcess.Client, reading)).ShouldBe(await SeenAsync(socket, reading));
    }

    [Theory]
    [InlineData(TransportFault.Refused)]
    [InlineData(TransportFault.UnknownHost)]
    public async Task What_a_port_cannot_show_is_a_complaint_there(TransportFault fault)
    {
        await using var port = await MountedEmulator.StartAsync(Host.Port);
        port.Emulator.On(Update).Fails(fault);

        var answer = await port.Client.ExecuteAsync(Update, ValidUpdate);

        ((int)answer.Status).ShouldBe(501);
        answer.ContentType.ShouldBe("application/problem+json");
    }

    [Theory, Everywhere]
    public async Task A_call_that_hangs_ends_when_its_caller_gives_up(Host host)
    {
        await using var mounted = await MountedEmulator.StartAsync(host);
        mounted.Emulator.On(Update).Fails(TransportFault.Hang);
        mounted.Client.Timeout = TimeSpan.FromMilliseconds(200);

        // Shouldly would make a new exception of a canceled task.
        var exception = await Assert.ThrowsAsync<TaskCanceledException>(() => mounted.Client.ExecuteAsync(Update, ValidUpdate));

        exception.InnerException.ShouldBeOfType<TimeoutException>();
        var exchange = mounted.Emulator.Journal.Single(Update);
        (exchange.Fault, exchange.Executed, exchange.Status).ShouldBe((TransportFault.Hang, false, null));
    }

    [Theory]
    [InlineData(GivingUp.ByTimeout)]
    [InlineData(GivingUp.ByToken)]
    [InlineData(GivingUp.Before)]
    public async Task A_call_that_hangs_looks_like_that_of_a_bare_socket_server(GivingUp how)
    {
        await using var inProcess = await MountedEmulator.StartAsync(Host.InProcess);
        await using var port = await MountedEmulator.StartAsync(Host.Port);
        inProcess.Emulator.On(Update).Fails(TransportFault.Hang);
        port.Emulator.On(Update).Fails(TransportFault.Hang);
        await using var server = BareServer.Start(TransportFault.Hang);
        using var socket = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server.Address };

        var seen = await GivenUpAsync(socket, how);

        (await GivenUpAsync(inProcess.Client, how)).ShouldBe(seen);
        (await GivenUpAsync(port.Client, how)).ShouldBe(seen);
    }

    [Theory, Everywhere]
    public async Task A_call_that_hangs_ends_when_the_emulator_is_disposed(Host host)
    {
        var mounted = await MountedEmulator.StartAsync(host);
        mounted.Emulator.On(Update).Fails(TransportFault.Hang);
        var call = mounted.Client.ExecuteAsync(Update, ValidUpdate);
        while (mounted.Emulator.Journal.Count() == 0)
            await Task.Yield();

        await mounted.Emulator.DisposeAsync();

        await Should.ThrowAsync<Exception>(() => call);
    }

    private static async Task<string> GivenUpAsync(HttpClient client, GivingUp how)
    {
        var patience = TimeSpan.FromMilliseconds(200);
        using var givingUp = new CancellationTokenSource();
        if (how == GivingUp.ByTimeout)
            client.Timeout = patience;
        else
            givingUp.CancelAfter(patience);
        if (how == GivingUp.Before)
            await givingUp.CancelAsync();
        var exception = await Assert.ThrowsAsync<TaskCanceledException>(() => client.PostAsync(
            Requests.Actions,
            Requests.Content(System.Text.Encoding.UTF8.GetBytes($$"""{"actionSlug":"{{Update}}","parameters":{{ValidUpdate}}}"""), "application/json"),
            givingUp.Token));
        return $"{DescribeGivenUp(exception)} by the caller: {exception.CancellationToken == givingUp.Token}";
    }

    private static async Task<string> SeenAsync(HttpClient client, Reading reading)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Requests.Actions)
            {
                Content = Requests.Content(System.Text.Encoding.UTF8.GetBytes($$"""{"actionSlug":"{{Update}}","parameters":{{ValidUpdate}}}"""), "application/json"),
            };
            var completion = reading == Reading.Buffered ? HttpCompletionOption.ResponseContentRead : HttpCompletionOption.ResponseHeadersRead;
            using var response = await client.SendAsync(request, completion, TestContext.Current.CancellationToken);
            await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            if (reading == Reading.Copied)
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

    // A real socket's read ends in one of two ways when its connection is closed under it, now this way, now the other.
    private static string DescribeGivenUp(Exception? exception) => exception switch
    {
        null => "",
        HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } => "the read ended",
        IOException { InnerException: SocketException { SocketErrorCode: SocketError.OperationAborted } } => "the read ended",
        _ => $"{Name(exception)} {Text(exception)}\n{DescribeGivenUp(exception.InnerException)}",
    };

    private static string Describe(Exception? exception) => exception is null ? "" : exception switch
    {
        HttpRequestException http => $"{Name(http)} {http.HttpRequestError} {http.StatusCode} {Text(http)}\n{Describe(http.InnerException)}",
        HttpIOException io => $"{Name(io)} {io.HttpRequestError} {Text(io)}\n{Describe(io.InnerException)}",
        SocketException socket => $"{Name(socket)} {socket.SocketErrorCode} {socket.NativeErrorCode} {Text(socket)}\n{Describe(socket.InnerException)}",
        _ => $"{Name(exception)} {Text(exception)}\n{Describe(exception.InnerException)}",
    };

    private static string Name(Exception exception) => exception.GetType().FullName!;

    // Hosts and ports are the servers' own.
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

    // The resolver's answer without a resolver: no test asks the network.
    private static HttpClient ToUnknownHost() => new(new SocketsHttpHandler
    {
        UseProxy = false,
        ConnectCallback = (_, _) => throw new SocketException((int)SocketError.HostNotFound),
    })
    {
        BaseAddress = new Uri("http://no-such-host.invalid/"),
    };
}
