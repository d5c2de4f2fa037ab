using Recoup.Typed.Generated;

namespace Recoup.Typed.Transport;

/// <summary>
/// The credential of a request, whoever has added it: the options, the HttpClient, or one of its handlers. The options of the message have
/// the name of its header, never the credential.
/// </summary>
internal static class RequestSecret
{
    private static readonly HttpRequestOptionsKey<string> Header = new("Recoup.Typed.ApiKeyHeader");

    public static void NoteHeader(HttpRequestMessage message, OperationInfo operation)
    {
        if (operation.ApiKeyHeader is { } header)
            message.Options.Set(Header, header);
    }

    public static string? Of(HttpRequestMessage message)
    {
        var headers = message.Headers;
        var secret = headers.Authorization?.Parameter
            ?? (message.Options.TryGetValue(Header, out var header) && headers.TryGetValues(header, out var values)
                ? values.FirstOrDefault()
                : null);
        return string.IsNullOrWhiteSpace(secret) ? null : secret;
    }
}
