using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Recoup.Typed.Generated;

namespace Recoup.Typed.Transport;

/// <summary>Turns a request into the message that HttpClient sends, without the credential.</summary>
internal static class RequestMessages
{
    // Escape only what JSON requires: the body is never part of an HTML page, in most scripts it is half the size without escapes, and the
    // server refuses large bodies.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static HttpRequestMessage Of<T>(ApiRequest<T> request, ClientSettings settings)
    {
        var message = new HttpRequestMessage(HttpMethod.Parse(request.Operation.Method), Address(request, settings));
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        foreach (var header in request.Parameters.Where(parameter => parameter.Place == RequestParameterPlace.Header))
            message.Headers.TryAddWithoutValidation(header.Name, header.Value);
        RequestSecret.NoteHeader(message, request.Operation);
        var mark = SendMark.IsNeeded(message.Method) ? SendMark.Add(message) : null;
        if (request.Body is { } write)
            message.Content = Json(write, mark);
        return message;
    }

    private static Uri Address<T>(ApiRequest<T> request, ClientSettings settings)
    {
        var path = new StringBuilder(request.Operation.Path);
        foreach (var parameter in request.Parameters.Where(parameter => parameter.Place == RequestParameterPlace.Path))
            path.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString(parameter.Value));
        var separator = '?';
        foreach (var parameter in request.Parameters.Where(parameter => parameter.Place == RequestParameterPlace.Query))
        {
            path.Append(separator).Append(Uri.EscapeDataString(parameter.Name)).Append('=').Append(Uri.EscapeDataString(parameter.Value));
            separator = '&';
        }

        // Without the slash, a path such as "@elsewhere" would turn the API's host into a user name, and the credential would go elsewhere.
        var address = new Uri(path.Length > 0 && path[0] == '/' ? settings.Prefix + path : "", UriKind.RelativeOrAbsolute);
        return address.IsAbsoluteUri && Origin(address) == Origin(settings.BaseAddress)
            ? address
            : throw new InvalidOperationException(
                $"The path {request.Operation.Path} of {request.Operation.Id} leads to another host than {settings.BaseAddress.Host}.");
    }

    public static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority);

    private static RequestContent Json(Action<Utf8JsonWriter> write, SendMark? mark)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
            write(writer);
        return new RequestContent(buffer.WrittenMemory, mark);
    }
}
