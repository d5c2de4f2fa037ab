using System.Text.Json;
using Recoup.Recordings;
using Recoup.Typed.Generated;

namespace Recoup.Typed.Transport;

/// <summary>
/// Replaces a credential that a server quotes, plain or escaped. Case does not count, because for example host names are in lower case.
/// </summary>
internal static class SecretMask
{
    // Results may nest as deep as the client reads them.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 512 };

    public static bool IsIn(string text, string secret) => IsIn(text, CredentialsOf(secret));

    public static string Apply(string text, string secret) => CredentialsOf(secret).Hide(text);

    /// <summary>An exception with the same meaning, but without its causes, because they may quote the credential too.</summary>
    public static HttpRequestException Apply(HttpRequestException exception, string secret) =>
        new(exception.HttpRequestError, Apply(exception.Message, secret), inner: null, exception.StatusCode);

    /// <summary>Masks the credential in names and texts. JSON without it is returned as it is.</summary>
    public static JsonElement Apply(JsonElement json, string secret)
    {
        var credentials = CredentialsOf(secret);
        if (!IsIn(json, credentials))
            return json;
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(json, credentials, writer);
        return JsonElement.Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), Options);
    }

    private static Credentials CredentialsOf(string secret) => Credentials.Of([secret], shortest: 1)!;

    private static bool IsIn(string text, Credentials secret) => secret.Find(text).Count > 0;

    private static bool IsIn(JsonElement json, Credentials secret) => json.ValueKind switch
    {
        JsonValueKind.String => ResultValue.Text(json, out var text) && IsIn(text, secret),
        JsonValueKind.Array => json.EnumerateArray().Any(item => IsIn(item, secret)),
        JsonValueKind.Object => json.EnumerateObject().Any(member => IsIn(NameOf(member), secret) || IsIn(member.Value, secret)),
        JsonValueKind.Number => IsIn(json.GetRawText(), secret),
        _ => false,
    };

    private static void Write(JsonElement json, Credentials secret, Utf8JsonWriter writer)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in json.EnumerateObject())
                {
                    writer.WritePropertyName(secret.Hide(NameOf(member)));
                    Write(member.Value, secret, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in json.EnumerateArray())
                    Write(item, secret, writer);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String or JsonValueKind.Number when IsIn(json, secret):
                writer.WriteStringValue(secret.Hide(json.ToString()));
                break;
            default:
                json.WriteTo(writer);
                break;
        }
    }

    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, which JSON's grammar allows.
            return "\uFFFD";
        }
    }
}
