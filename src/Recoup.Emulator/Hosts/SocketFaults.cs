using System.Net;
using System.Net.Sockets;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Hosts;

/// <summary>
/// Reproduces what a client on a new connection sees of each fault: the exceptions of SocketsHttpHandler with their inner exceptions.
/// A test compares them with those of real sockets.
/// </summary>
internal static class SocketFaults
{
    private const string SendFailed = "An error occurred while sending the request.";

    public static HttpResponseMessage Realize(ApiResponse response, HttpRequestMessage request) => response.Fault switch
    {
        TransportFault.Reset => throw new HttpRequestException(SendFailed, Reset()),
        TransportFault.Refused => throw NotConnected(request, HttpRequestError.ConnectionError, SocketError.ConnectionRefused),
        TransportFault.UnknownHost => throw NotConnected(request, HttpRequestError.NameResolutionError, SocketError.HostNotFound),
        TransportFault.ResetMidBody => Begin(response, request, _ => Reset()),
        TransportFault.TruncatedBody => Begin(response, request, Ended),
        _ => throw new InvalidOperationException($"A response cannot have the fault {response.Fault}."),
    };

    /// <summary>The exception of a caller that cancels while it waits for the response.</summary>
    public static TaskCanceledException Canceled(CancellationToken token) =>
        new(new OperationCanceledException().Message, ReadFailed(SocketError.OperationAborted), token);

    private static IOException Reset() => ReadFailed(SocketError.ConnectionReset);

    private static IOException ReadFailed(SocketError error)
    {
        var socket = new SocketException((int)error);
        return new IOException($"Unable to read data from the transport connection: {socket.Message}.", socket);
    }

    // A socket's stream names the number of missing bytes when it is read, but not when it is copied.
    private static HttpIOException Ended(int? missing) => new(
        HttpRequestError.ResponseEnded,
        missing is null
            ? "The response ended prematurely."
            : FormattableString.Invariant($"The response ended prematurely, with at least {missing} additional bytes expected."));

    private static HttpRequestException NotConnected(HttpRequestMessage request, HttpRequestError error, SocketError code)
    {
        var socket = new SocketException((int)code);
        var uri = request.RequestUri!;
        return new HttpRequestException(error, FormattableString.Invariant($"{socket.Message} ({uri.IdnHost}:{uri.Port})"), socket);
    }

    private static HttpResponseMessage Begin(ApiResponse response, HttpRequestMessage request, Func<int?, IOException> failure)
    {
        var half = response.Body.Length / 2;
#pragma warning disable CA2000 // The content hands the stream to its reader, who disposes it.
        var body = new BrokenStream(response.Body[..half], failure(response.Body.Length - half), failure(null));
#pragma warning restore CA2000
        var content = new BrokenContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", response.ContentType);
        content.Headers.ContentLength = response.Body.Length;
        var message = new HttpResponseMessage((HttpStatusCode)response.Status) { Content = content, RequestMessage = request };
        foreach (var (name, value) in response.Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }
}
