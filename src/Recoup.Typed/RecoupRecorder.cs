using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Recoup.Recordings;
using Recoup.Typed.Recording;
using Recoup.Typed.Transport;

namespace Recoup.Typed;

/// <summary>
/// Records executed actions in a file, one JSON line for each call, for <c>recoup learn</c> and for <c>RecoupEmulator.Replay</c>. Secrets
/// and personal data are replaced by stand-ins of the same type and format before anything is written.
/// </summary>
/// <remarks>
/// <para>
/// The recorder changes neither a request nor a response, and no call waits for it: it copies the body of a response while the caller reads
/// it, and writes in the background. A response that is not read to its end is not recorded. If the file cannot be written, calls succeed
/// and the log says so once.
/// </para>
/// <para>
/// Several recorders, also of several processes, may write to the same file. Stand-ins are equal for equal values, because they come from
/// a random key in the file <c>&lt;path&gt;.key</c>, which only its user may read. Do not publish that file: whoever has it can check
/// guesses of the replaced values.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// services.AddRecoupClient().AddHttpMessageHandler(_ =&gt; new RecoupRecorder("recordings/app.jsonl"));
///
/// // Without a container. The recorder then sends requests as the client itself does.
/// using var recoup = new RecoupClient(new HttpClient(new RecoupRecorder("recordings/app.jsonl")), options);
/// </code>
/// </example>
public sealed class RecoupRecorder : DelegatingHandler, IAsyncDisposable
{
    /// <summary>The environment variable with the path for <see cref="FromEnvironment"/>.</summary>
    private const string PathVariable = "RECOUP_RECORD";

    private static readonly TimeSpan LongestFlush = TimeSpan.FromSeconds(10);

    private readonly RecordingQueue? _queue;
    private readonly int _limit;
    private readonly ILogger _logger;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();

    /// <summary>Initializes a recorder. The file is created or opened when the first call is recorded.</summary>
    /// <param name="path">The path of the file; its folder must exist. By convention, its name ends with <c>.jsonl</c>.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentException">The path is empty, or an option is not valid.</exception>
    public RecoupRecorder(string path, RecoupRecorderOptions? options = null)
        : this(options ?? new RecoupRecorderOptions(), Path.GetFullPath(NotEmpty(path)))
    {
    }

    private RecoupRecorder(RecoupRecorderOptions options, string? path)
    {
        if (options.MaxBodyBytes is < 1 or > RecoupRecorderOptions.LargestBody)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{nameof(RecoupRecorderOptions)}.{nameof(options.MaxBodyBytes)} must be between 1 and ")
                + FormattableString.Invariant($"{RecoupRecorderOptions.LargestBody:N0}, but is {options.MaxBodyBytes:N0}."),
                nameof(options));
        }

        _limit = options.MaxBodyBytes;
        _clock = options.TimeProvider;
        _logger = options.LoggerFactory?.CreateLogger(RecorderLog.Category) ?? NullLogger.Instance;
        if (path is not null)
            _queue = new RecordingQueue(path, new RecordingWriter(path, options.ReplaceMembers, _clock), _logger);
    }

    /// <summary>
    /// Creates a recorder that writes to the path in the environment variable <c>RECOUP_RECORD</c>. If the variable is not set or empty, it
    /// records nothing, so it can stay in the code.
    /// </summary>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    public static RecoupRecorder FromEnvironment(RecoupRecorderOptions? options = null)
    {
        var path = Environment.GetEnvironmentVariable(PathVariable);
        return new RecoupRecorder(options ?? new RecoupRecorderOptions(), string.IsNullOrWhiteSpace(path) ? null : Path.GetFullPath(path));
    }

    /// <summary>Waits until every call that has ended is written, or cannot be written.</summary>
    /// <param name="cancellationToken">Ends the wait; the calls are written nevertheless.</param>
    public Task FlushAsync(CancellationToken cancellationToken = default) =>
        _queue?.FlushAsync().WaitAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Writes the calls that have ended, for at most ten seconds, and disposes the inner handler.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_queue is not null)
        {
            await _queue.FlushAsync()
                .WaitAsync(LongestFlush, TimeProvider.System)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        base.Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ConnectOwnHandler();
        if (_queue is null || !ExecutionRoute.IsOf(request) || request.Content is not { } content)
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);

        var sent = await CopyAsync(content, cancellationToken).ConfigureAwait(false);
        var (time, started) = (_clock.GetUtcNow(), _clock.GetTimestamp());
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (sent is { } body)
            Record(body, time, started, request, response);
        return response;
    }

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ConnectOwnHandler();
        if (_queue is null || !ExecutionRoute.IsOf(request) || request.Content is not { } content)
            return base.Send(request, cancellationToken);

        var sent = Copy(content, SentBody.IsRepeatable(content), cancellationToken);
        var (time, started) = (_clock.GetUtcNow(), _clock.GetTimestamp());
        var response = base.Send(request, cancellationToken);
        if (sent is { } body)
            Record(body, time, started, request, response);
        return response;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _queue?.FlushAsync().Wait(LongestFlush);
        base.Dispose(disposing);
    }

    // IHttpClientFactory connects the handlers before the first request, and allows no handler that has an inner one already.
    private void ConnectOwnHandler()
    {
        if (InnerHandler is not null)
            return;
        lock (_gate)
            InnerHandler ??= ClientHandler.Create();
    }

    private async ValueTask<ReadOnlyMemory<byte>?> CopyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var isRepeatable = SentBody.IsRepeatable(content);
        if (!isRepeatable && content.Headers.ContentLength <= _limit)
        {
            await content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
            isRepeatable = true;
        }

        return Copy(content, isRepeatable, cancellationToken);
    }

    private ReadOnlyMemory<byte>? Copy(HttpContent content, bool isRepeatable, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > _limit)
            return TooLarge("request");
        if (!isRepeatable)
        {
            _logger.ReadOnce();
            return null;
        }

        return SentBody.Copy(content, _limit, cancellationToken) ?? TooLarge("request");
    }

    private void Record(
        ReadOnlyMemory<byte> sent, DateTimeOffset time, long started, HttpRequestMessage request, HttpResponseMessage response)
    {
        var (status, secrets) = (response.StatusCode, ExchangeSecrets.Of(request, response));
        response.Content = new CopyingContent(response.Content, _limit, received =>
        {
            if (received is null)
            {
                TooLarge("response");
                return;
            }

            _queue!.Add(new PendingCall(sent, received, status)
            {
                Time = time,
                Duration = _clock.GetElapsedTime(started),
                Secrets = secrets,
            });
        });
    }

    private ReadOnlyMemory<byte>? TooLarge(string part)
    {
        _logger.TooLarge(part, _limit);
        return null;
    }

    private static string NotEmpty(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return path;
    }
}
