using System.Net.Http.Json;
using System.Text.Json;

namespace WebService.Tests;

internal static class Problems
{
    /// <summary>Reads the problem details of a response with the given status.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage response, int status)
    {
        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }
}
