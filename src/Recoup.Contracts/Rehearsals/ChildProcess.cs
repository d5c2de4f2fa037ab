using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Recoup.Contracts.Rehearsals;

/// <summary>A program that is run to its end. A timeout or a cancellation ends it with all that it has started.</summary>
internal sealed class ChildProcess
{
    private const int MostLines = 20;
    private const int MostOutput = 1 << 20;

    private static readonly TimeSpan LastOutput = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly Queue<string> _lastLines = new();
    private readonly StringBuilder _output = new();

    /// <summary>Environment variables to set, or to remove if the value is null.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>The last lines of standard output and standard error.</summary>
    public string LastLines
    {
        get
        {
            lock (_gate)
                return string.Join("\n", _lastLines);
        }
    }

    /// <summary>What was written to standard output, up to a limit.</summary>
    public string Output
    {
        get
        {
            lock (_gate)
                return _output.ToString();
        }
    }

    /// <summary>Runs the .NET host.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="timeout">The time limit.</param>
    /// <param name="cancellation">Ends the program.</param>
    /// <returns>The exit code; null after a timeout.</returns>
    /// <exception cref="ContractException">There is no .NET host.</exception>
    public async Task<int?> RunDotNetAsync(IReadOnlyList<string> arguments, TimeSpan timeout, CancellationToken cancellation)
    {
        using var process = Start(arguments);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        Task[] reading = [ReadAsync(process.StandardOutput, isOutput: true), ReadAsync(process.StandardError, isOutput: false)];
        try
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);

            // A server that the build has left running keeps the streams open.
            await Task.WhenAny(Task.WhenAll(reading), Task.Delay(LastOutput, cancellation)).ConfigureAwait(false);
            return process.ExitCode;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            End(process);
        }
    }

    private Process Start(IReadOnlyList<string> arguments)
    {
        var host = System.Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";
        var start = new ProcessStartInfo(host, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new ContractException(
                $"The program '{host}' cannot be started: {e.Message}. Install the .NET SDK, or add it to the PATH.", e);
        }
    }

    private async Task ReadAsync(StreamReader reader, bool isOutput)
    {
        try
        {
            while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
            {
                lock (_gate)
                {
                    if (isOutput && _output.Length < MostOutput)
                        _output.Append(line).Append('\n');
                    if (line.Trim().Length == 0)
                        continue;
                    _lastLines.Enqueue(line);
                    if (_lastLines.Count > MostLines)
                        _lastLines.Dequeue();
                }
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The program was ended while it wrote.
        }
    }

    private static void End(Process process)
    {
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has just ended by itself.
        }
    }
}
