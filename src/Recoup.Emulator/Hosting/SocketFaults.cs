using System.Net;
using System.Net.Sockets;
using Recoup.Emulator.Core;

namespace Recoup.Emulator.Hosting;

/// <summary>
/// What a client on a new connection gets to see of each fault: the exceptions of SocketsHttpHandler with their inner exceptions. A test
/// compares them with a real socket's.
/// </summary>
internal static class SocketFaults
{
    private const string SendFailed = "An error occurred while sending the request.";

    public static HttpResponseMessage Realize(ApiAnswer answer, HttpRequestMessage request) => answer.Fault switch
    {
        TransportFault.Reset => throw new HttpRequestException(SendFailed, Reset()),
        TransportFault.Refused => throw NotConnected(request, HttpRequestError.ConnectionError, SocketError.ConnectionRefused),
        TransportFault.UnknownHost => throw NotConnected(request, HttpRequestError.NameResolutionError, SocketError.HostNotFound),
        TransportFault.ResetMidBody => Begin(answer, request, _ => Reset()),
        TransportFault.TruncatedBody => Begin(answer, request, Ended),
        _ => throw new InvalidOperationException($"{answer.Fault} is no fault a response can have."),
    };

    /// <summary>What a caller sees who gives up while it waits for the answer.</summary>
    public static TaskCanceledException GivenUp(CancellationToken givenUp) =>
        new(new OperationCanceledException().Message, ReadFailed(SocketError.OperationAborted), givenUp);

    private static IOException Reset() => ReadFailed(SocketError.ConnectionReset);

    private static IOException ReadFailed(SocketError error)
    {
        var socket = new SocketException((int)error);
        return new IOException($"Unable to read data from the transport connection: {socket.Message}.", socket);
    }

    // A socket's stream counts what is missing when it is read, and does not when it is copied.
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

    private static HttpResponseMessage Begin(ApiAnswer answer, HttpRequestMessage request, Func<int?, IOException> failure)
    {
        var half = answer.Body.Length / 2;
        var content = new BrokenContent(new BrokenStream(answer.Body[..half], failure(answer.Body.Length - half), failure(null)));
        content.Headers.TryAddWithoutValidation("Content-Type", answer.ContentType);
        content.Headers.ContentLength = answer.Body.Length;
        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { Content = content, RequestMessage = request };
        foreach (var (name, value) in answer.Headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }
}
