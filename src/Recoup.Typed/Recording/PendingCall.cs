using System.Net;
using System.Text;
using System.Text.Json;
using Recoup.Recordings;
using Recoup.Typed.Generated;

namespace Recoup.Typed.Recording;

/// <summary>An exchange as it was sent and received. It is read only when it is recorded, so that no call waits for that.</summary>
/// <param name="Request">The body of the request.</param>
/// <param name="Response">The body of the response.</param>
/// <param name="Status">The status of the response.</param>
internal sealed record PendingCall(ReadOnlyMemory<byte> Request, ReadOnlyMemory<byte> Response, HttpStatusCode Status)
{
    public required DateTimeOffset Time { get; init; }

    public required TimeSpan Duration { get; init; }

    public required IReadOnlyList<string?> Secrets { get; init; }

    public int Size => Request.Length + Response.Length;

    /// <summary>Reads the exchange; null if its request is not a call that a client could have sent.</summary>
    public RecordedExchange? Read()
    {
        if (Parse(Request) is not { ValueKind: JsonValueKind.Object } call
            || !JsonTexts.TryGet(call, ExecutionRoute.SlugName, out var slug) || slug.ValueKind != JsonValueKind.String
            || !JsonTexts.Read(slug, out var name) || name.Length == 0
            || !JsonTexts.TryGet(call, ExecutionRoute.ParametersName, out var parameters) || parameters.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var exchange = new RecordedExchange(name, parameters, (int)Status)
        {
            Account = JsonTexts.TryGet(call, ExecutionRoute.AccountName, out var account) && account.ValueKind == JsonValueKind.String
                && JsonTexts.Read(account, out var id)
                ? id
                : null,
            Time = Time,
            Duration = Duration,
            Secrets = Secrets,
        };
        return Parse(Response) is not { } body ? exchange with { Text = Encoding.UTF8.GetString(Response.Span) }
            : Status == HttpStatusCode.OK ? Succeeded(exchange, body)
            : exchange with { Error = body };
    }

    private static RecordedExchange Succeeded(RecordedExchange exchange, JsonElement body)
    {
        try
        {
            var response = ExecuteConnectorActionResponse.__Read(new ResponseElement(body));
            if (response.Success)
            {
                return exchange with
                {
                    Result = response.Result.ValueKind == JsonValueKind.Undefined ? null : response.Result,
                    ExecutedAt = response.ExecutedAt is { } time ? RecordingTime.Text(time) : null,
                };
            }
        }
        catch (ResponseShapeException)
        {
            // Not what the document promises: the body is recorded as it is.
        }

        return exchange with { Error = body };
    }

    private static JsonElement? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            var json = body.Span.StartsWith("\uFEFF"u8) ? body.Span[3..] : body.Span;
            return body.IsEmpty ? null : JsonElement.Parse(json, new JsonDocumentOptions { MaxDepth = RecordingFormat.MaxDepth - 1 });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The text that a record generates would contain the secrets.
    public override string ToString() => $"{(int)Status}";
}
