using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Recoup.Emulator;

namespace Recoup.Benchmarks.Load;

/// <summary>
/// One client with connections of its own and one call at a time. It knows when a call has left for the network, so it never gives up one
/// that the emulator could not have seen.
/// </summary>
internal sealed class LoadClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient _client;
    private TaskCompletionSource _sent = new();

    public LoadClient(Uri address)
    {
        _client = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            PlaintextStreamFilter = (connection, _) => new(new SendingStream(connection.PlaintextStream, () => _sent.TrySetResult())),
        })
        {
            BaseAddress = address,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.Add("x-api-key", RecoupEmulator.DefaultApiKey);
    }

    public async Task<Seen> CallAsync(int call)
    {
        var expected = LoadCase.Of(call);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(
            $$$"""{"actionSlug":"{{{LoadRun.Slug}}}","parameters":{"spreadsheet_id":"{{{call}}}","sheet_name":"""
            + $$$""" "{{{expected.Name}}}","values":[["Artist","Plays"],["Ada",42]]}}"""));
        content.Headers.ContentType = Json;
        using var givingUp = new CancellationTokenSource();
        _sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            var answering = _client.PostAsync(Emulation.Workload.Path, content, givingUp.Token);
            if (expected.Seen == Seen.GaveUp)
            {
                await Task.WhenAny(_sent.Task, answering);
                givingUp.CancelAfter(Patience);
            }

            using var response = await answering;
            return (int)response.StatusCode switch { 200 => Seen.Status200, 502 => Seen.Status502, 504 => Seen.Status504, _ => Seen.Other };
        }
        catch (OperationCanceledException)
        {
            return Seen.GaveUp;
        }
        catch (HttpRequestException exception)
        {
            return Classify(exception);
        }
    }

    public void Dispose() => _client.Dispose();

    private static Seen Classify(Exception? exception) => exception switch
    {
        null => Seen.Other,
        HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } => Seen.Ended,
        SocketException { SocketErrorCode: SocketError.ConnectionReset } => Seen.Reset,
        _ => Classify(exception.InnerException),
    };
}
