using System.Text.Json.Nodes;

namespace Recoup.Contracts.Tests.Live;

/// <summary>A change of one of the server's answers, and what the report must name.</summary>
/// <param name="Name">What is changed.</param>
/// <param name="Request">The key of the changed request, as <see cref="MutatedServer.KeyOf"/> gives it.</param>
/// <param name="Change">Changes the answer.</param>
/// <param name="Found">The rows, or the places below their probes, that the findings name.</param>
/// <param name="Rules">The rules of the findings.</param>
/// <param name="Texts">Texts of the report.</param>
internal sealed record Mutation(
    string Name, string Request, Func<HttpResponseMessage, Task> Change, string[] Found, string[] Rules, params string[] Texts)
{
    /// <summary>Changes the status and leaves the body.</summary>
    public static Func<HttpResponseMessage, Task> Status(int status) => response =>
    {
        response.StatusCode = (System.Net.HttpStatusCode)status;
        return Task.CompletedTask;
    };

    /// <summary>Changes the status and the body.</summary>
    public static Func<HttpResponseMessage, Task> Answer(int status, string body) => response =>
    {
        response.StatusCode = (System.Net.HttpStatusCode)status;
        response.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        return Task.CompletedTask;
    };

    /// <summary>Removes a header.</summary>
    public static Func<HttpResponseMessage, Task> WithoutHeader(string name) => response =>
    {
        response.Headers.Remove(name);
        return Task.CompletedTask;
    };

    /// <summary>Changes the JSON body.</summary>
    public static Func<HttpResponseMessage, Task> Edit(Action<JsonNode> edit) => async response =>
    {
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        edit(body);
        response.Content = new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
    };

    public override string ToString() => Name;
}
