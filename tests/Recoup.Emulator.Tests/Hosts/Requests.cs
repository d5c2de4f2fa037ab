using System.Net;
using System.Text;
using System.Text.Json;

namespace Recoup.Emulator.Tests.Hosts;

/// <summary>Sends raw requests, and reads responses as status and JSON.</summary>
internal static class Requests
{
    public const string Actions = "/api/connectors/actions";
    public const string Connectors = "/api/connectors";
    public const string Files = "/api/connectors/files";

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    public static Task<Answer> GetAnswerAsync(this HttpClient client, string path) => SendAsync(client, HttpMethod.Get, path, null);

    public static Task<Answer> PostAsync(this HttpClient client, string path, string body, string? contentType = "application/json") =>
        SendAsync(client, HttpMethod.Post, path, Content(Encoding.UTF8.GetBytes(body), contentType));

    public static Task<Answer> PostAsync(this HttpClient client, string path, byte[] body) =>
        SendAsync(client, HttpMethod.Post, path, Content(body, "application/json"));

    public static Task<Answer> DeleteAsync(this HttpClient client, string path, string body) =>
        SendAsync(client, HttpMethod.Delete, path, Content(Encoding.UTF8.GetBytes(body), "application/json"));

    public static Task<Answer> ExecuteAsync(this HttpClient client, string slug, string parameters, Guid? account = null) =>
        client.PostAsync(
            Actions,
            $$"""{"actionSlug":"{{slug}}","parameters":{{parameters}}{{(account is null ? "" : $",\"account_id\":\"{account}\"")}}}""");

    public static Task<Answer> SendAsync(this HttpClient client, HttpMethod method, string path) => SendAsync(client, method, path, null);

    public static async Task<Answer> SendAsync(
        this HttpClient client, HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        using var response = await client.SendAsync(request, Canceled);
        var text = await response.Content.ReadAsStringAsync(Canceled);
        return new Answer(
            response.StatusCode,
            response.Content.Headers.ContentType?.ToString(),
            text,
            response.Headers.ToDictionary(
                header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    public static ByteArrayContent Content(byte[] body, string? contentType)
    {
        var content = new ByteArrayContent(body);
        if (contentType is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return content;
    }
}

internal sealed record Answer(HttpStatusCode Status, string? ContentType, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonElement.Parse(Body);

    /// <summary>Checks that the body is the contract's <c>Error</c>: the status and a message.</summary>
    public string DocumentedError(int status)
    {
        ((int)Status).ShouldBe(status, Body);
        ContentType.ShouldBe("application/json");
        Json.EnumerateObject().Select(member => member.Name).ShouldBe(["error", "message"]);
        Json.GetProperty("error").GetInt32().ShouldBe(status);
        return Json.GetProperty("message").GetString().ShouldNotBeNull();
    }

    /// <summary>Checks the exact JSON.</summary>
    public void ShouldBe(int status, string json)
    {
        ((int)Status).ShouldBe(status, Body);
        ContentType.ShouldBe("application/json");
        Body.ShouldBe(json);
    }
}
