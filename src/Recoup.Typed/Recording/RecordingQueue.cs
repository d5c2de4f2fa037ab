using Microsoft.Extensions.Logging;
using Recoup.Recordings;

namespace Recoup.Typed.Recording;

/// <summary>
/// Writes calls in the background, several at once. A call waits for nothing: if the file cannot be written as fast as calls are made,
/// further calls are not recorded.
/// </summary>
internal sealed class RecordingQueue(string path, RecordingWriter writer, ILogger logger)
{
    private const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>What a call without bodies counts, so that their number has a bound too.</summary>
    private const int Overhead = 512;

    // Opening a file takes longer than writing a call, so some calls are collected first.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestExit = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private List<PendingCall> _calls = [];
    private long _bytes;
    private bool _isWriting;
    private bool _hasFailed;
    private bool _isFull;
    private Task _written = Task.CompletedTask;
    private TaskCompletionSource _hurry = new();

    public void Add(PendingCall call)
    {
        lock (_gate)
        {
            if (_bytes + call.Size + Overhead > MaxBytes)
            {
                if (!_isFull)
                    logger.TooFast(path);
                _isFull = true;
                return;
            }

            _calls.Add(call);
            _bytes += call.Size + Overhead;
            if (_isWriting)
                return;
            (_isWriting, _hurry) = (true, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            // What the call has in its context, such as an activity, is not that of the writing.
            using (ExecutionContext.SuppressFlow())
                _written = Task.Run(WriteAsync);
        }
    }

    /// <summary>Completes when everything that was added is written, or cannot be written.</summary>
    public Task FlushAsync()
    {
        lock (_gate)
        {
            _hurry.TrySetResult();
            return _written;
        }
    }

    private async Task WriteAsync()
    {
        // Nobody disposes the handlers of a container's clients when the process ends.
        AppDomain.CurrentDomain.ProcessExit += Exit;
        try
        {
            do
                await Task.WhenAny(_hurry.Task, Task.Delay(Pause, TimeProvider.System)).ConfigureAwait(false);
            while (Write(Take()));
        }
        finally
        {
            AppDomain.CurrentDomain.ProcessExit -= Exit;
        }
    }

    private void Exit(object? sender, EventArgs e) => FlushAsync().Wait(LongestExit);

    private List<PendingCall> Take()
    {
        lock (_gate)
        {
            var calls = _calls;
            (_calls, _isFull) = ([], false);
            return calls;
        }
    }

    // A call that cannot be read must not keep others from the file.
    private RecordedExchange? Read(PendingCall call)
    {
        try
        {
            return call.Read();
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException)
        {
            logger.Unreadable(exception.GetType().Name);
            return null;
        }
    }

    /// <summary>Writes calls.</summary>
    /// <returns>Whether more calls were added in the meantime.</returns>
    private bool Write(List<PendingCall> calls)
    {
        try
        {
            writer.Append(calls.Select(Read).OfType<RecordedExchange>());
            if (_hasFailed)
                logger.CanWriteAgain(path);
            _hasFailed = false;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whatever it is, the calls themselves have succeeded.
            if (!_hasFailed)
                logger.CannotWrite(exception.Message);
            _hasFailed = true;
        }

        lock (_gate)
        {
            _bytes -= calls.Sum(call => (long)call.Size + Overhead);
            _isWriting = _calls.Count > 0;
            return _isWriting;
        }
    }
}
