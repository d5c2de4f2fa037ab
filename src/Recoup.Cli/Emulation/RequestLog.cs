using System.Threading.Channels;
using Recoup.Cli.Terminal;
using Recoup.Emulator;
using Spectre.Console;

namespace Recoup.Cli.Emulation;

/// <summary>
/// Prints requests while they come. A slow terminal does not slow the API: lines that do not fit into the queue are counted instead.
/// </summary>
internal sealed class RequestLog
{
    private const int Capacity = 4_096;
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(2);

    private readonly Channel<RequestLine> _lines = Channel.CreateBounded<RequestLine>(
        new BoundedChannelOptions(Capacity) { SingleReader = true });

    private readonly Host _host;
    private readonly bool _isQuiet;
    private readonly RequestSummary _summary = new();
    private readonly Task _printing;
    private long _dropped;

    public RequestLog(Host host, bool isQuiet)
    {
        (_host, _isQuiet) = (host, isQuiet);
        _printing = Task.Run(PrintAsync);
    }

    /// <summary>Adds a request. Never waits.</summary>
    public void Add(Exchange exchange)
    {
        _summary.Add(exchange);
        if (!_isQuiet && !_lines.Writer.TryWrite(RequestLine.Of(exchange)))
            Interlocked.Increment(ref _dropped);
    }

    /// <summary>Prints the lines that wait, then the summary.</summary>
    public async Task EndAsync()
    {
        _lines.Writer.TryComplete();
        await Task.WhenAny(_printing, Task.Delay(LongestEnd, TimeProvider.System)).ConfigureAwait(false);
        await _host.Error.WriteAsync(_summary.ToString()).ConfigureAwait(false);
    }

    private async Task PrintAsync()
    {
        try
        {
            await foreach (var line in _lines.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                await PrintAsync(line).ConfigureAwait(false);
                if (Interlocked.Exchange(ref _dropped, 0) is > 0 and var dropped)
                {
                    await _host.Error.WriteAsync(FormattableString.Invariant(
                        $"recoup: {dropped} requests are not shown, because the terminal is slower than they are.\n"))
                        .ConfigureAwait(false);
                }
            }
        }
        catch (IOException)
        {
            // Nobody reads the lines any more.
            _lines.Writer.TryComplete();
        }
    }

    private async Task PrintAsync(RequestLine line)
    {
        if (_host.ProgressScreen is not { } screen)
        {
            await _host.Error.WriteAsync(line + "\n").ConfigureAwait(false);
            return;
        }

        screen.Write(line.ToParagraph());
        screen.WriteLine();
    }
}
