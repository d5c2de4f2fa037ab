using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;
using Recoup.Cli.ExitCodes;
using Recoup.Cli.Terminal;
using Recoup.Emulator;

namespace Recoup.Cli.Commands;

/// <summary>The options of the emulator's port: who reaches it, and who controls it.</summary>
internal sealed class EmulatedPortOptions
{
    private const int KeyBytes = 16;

    private readonly Option<int> _port = new("--port")
    {
        Description = "The port; 0 selects a free one.",
        DefaultValueFactory = _ => 4010,
        HelpName = "NUMBER",
    };
    private readonly Option<string?> _listen = new("--listen")
    {
        Description = "The IP address on which to listen, for example 0.0.0.0 in a container. Default: loopback, which other machines do "
            + "not reach.",
        HelpName = "ADDRESS",
    };
    private readonly Option<string?> _key = new("--key")
    {
        Description = "The API key of the default account, unless the world gives it one. Default: a random key.",
        HelpName = "KEY",
    };
    private readonly Option<string[]> _origins = new("--allow-origin")
    {
        Description = "An origin whose pages may call the emulated API, for example http://localhost:5173. Repeat the option for more "
            + "origins.",
        HelpName = "ORIGIN",
        DefaultValueFactory = _ => [],
    };
    private readonly Option<bool> _noControl = new("--no-control") { Description = "Serve neither the page nor the control API." };
    private readonly Option<string?> _controlHost = new("--control-host")
    {
        Description = "With --listen: the host name under which the page and the control API are served, for example emulator.test.",
        HelpName = "NAME",
    };

    public EmulatedPortOptions() => _port.AcceptIntegers(IPEndPoint.MinPort, IPEndPoint.MaxPort);

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_port, _listen, _key, _origins, _noControl, _controlHost])
            command.Options.Add(option);
    }

    public int Port(ParseResult parsed) => parsed.GetValue(_port);

    public IPAddress Address(ParseResult parsed) => parsed.GetValue(_listen) switch
    {
        null => IPAddress.Loopback,
        var text when (text.Contains('.') || text.Contains(':')) && IPAddress.TryParse(text, out var address) => address,
        var text => throw new UsageException($"--listen: expected an IP address such as 0.0.0.0 or ::, got '{text}'."),
    };

    // The message does not repeat the key: it may be a real one.
    public string Key(ParseResult parsed) => parsed.GetValue(_key) switch
    {
        null => "recoup_sk_emulator_" + RandomNumberGenerator.GetHexString(2 * KeyBytes, lowercase: true),
        { Length: >= 8 and <= 256 } key when key.All(character => character is >= '!' and <= '~') => key,
        _ => throw new UsageException("--key: expected 8 to 256 visible ASCII characters, got another text."),
    };

    public HashSet<string> Origins(ParseResult parsed) => [.. (parsed.GetValue(_origins) ?? []).Select(Origin)];

    public bool HasControl(ParseResult parsed) => !parsed.GetValue(_noControl);

    public string? ControlHost(ParseResult parsed)
    {
        if (parsed.GetValue(_controlHost) is not { } name)
            return null;
        if (!HasControl(parsed))
            throw new UsageException("Expected --no-control or --control-host, got both.");
        if (IPAddress.IsLoopback(Address(parsed)))
            throw new UsageException("--control-host: expected --listen with an address that other machines can reach.");
        return Uri.CheckHostName(name) == UriHostNameType.Unknown
            ? throw new UsageException($"--control-host: expected a host name such as emulator.test, got '{name}'.")
            : name;
    }

    /// <summary>Opens the port.</summary>
    /// <exception cref="UsageException">The address is not one of this machine, or the port is not free.</exception>
    public static async Task<Uri> OpenAsync(RecoupEmulator emulator, IPAddress address, int port, CancellationToken cancellation)
    {
        try
        {
            return await emulator.StartListeningAsync(port, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is SocketException or IOException { InnerException: SocketException or AddressInUseException })
        {
            var reason = e.Message.TrimEnd('.');
            var isTaken = (e as SocketException ?? e.InnerException) is AddressInUseException
                or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse or SocketError.AccessDenied };
            throw new UsageException(isTaken
                ? FormattableString.Invariant(
                    $"--port: expected a free port, got {port}: {reason}. Choose another port, or 0 for a free one.")
                : $"--listen: expected an address of this machine, got {address}: {reason}. Choose another address, such as 0.0.0.0.");
        }
    }

    /// <summary>Says where the page is, and warns if other machines reach the port.</summary>
    public static async Task DescribeAsync(RecoupEmulatorOptions options, Uri address, Host host)
    {
        var isLoopback = IPAddress.IsLoopback(options.ListenAddress);
        if (!isLoopback)
        {
            await host.Error.WriteAsync(
                "recoup: warning: other machines can reach this port. Its keys protect nothing of value, and it has no TLS.\n")
                .ConfigureAwait(false);
        }

        var page = !options.HasControl ? null
            : isLoopback ? address
            : options.ControlHost is { } name ? new UriBuilder(address) { Host = name }.Uri
            : null;
        if (page is not null)
            await host.Error.WriteAsync($"recoup: the page of the emulator is {new Uri(page, "/_recoup/")}\n").ConfigureAwait(false);
    }

    private static string Origin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0
        && uri.Host.Length > 0 && text.IndexOf('/', text.IndexOf("//", StringComparison.Ordinal) + 2) < 0
        && uri.PathAndQuery == "/" && uri.Fragment.Length == 0
            ? uri.GetLeftPart(UriPartial.Authority)
            : throw new UsageException(
                $"--allow-origin: expected scheme, host and port without a path, such as http://localhost:5173, got '{text}'.");
}
