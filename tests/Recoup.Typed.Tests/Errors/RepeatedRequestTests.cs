using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Recoup.Typed.Tests.Errors;

/// <summary>A handler that sends a request twice is stopped, and the exception says how the first request ended.</summary>
public sealed class RepeatedRequestTests
{
    private const string Stopped = "A handler of the HttpClient tried to send ACME_DO again. "
        + "The client stopped it, because the action may already have been executed";

    private const string Advice = ". Remove the retries from the HttpClient's handlers, "
        + "and use AddRecoupClient().AddRecoupRetries(), which repeats a request only if it had no effect.";

    [Theory]
    [InlineData(200, "The first request succeeded: ACME_DO returned 200 OK, but the handler did not return this response.")]
    [InlineData(418, "ACME_DO returned 418 with a body of type application/json: {}")]
    public async Task The_inner_exception_is_the_response_to_the_first_request(int status, string inner)
    {
        var services = new ServiceCollection();
        services.AddRecoupClient(options => options.ApiKey = Clients.Key)
            .AddHttpMessageHandler(() => new SendsTwice())
            .ConfigurePrimaryHttpMessageHandler(() => ScriptedHandler.Returning((HttpStatusCode)status, "{}"));
        await using var provider = services.BuildServiceProvider();

        var exception = await FailureAsync(provider.GetRequiredService<RecoupClient>());

        exception.Message.ShouldBe($"{Stopped}; the inner exception says how the first request ended{Advice}");
        exception.InnerException.ShouldBeOfType<RecoupException>().Message.ShouldBe(inner);
    }

    [Fact]
    public async Task Over_an_own_HttpClient_it_is_not_known_how_the_first_request_ended()
    {
        using var client = Clients.Over(new SendsTwice { InnerHandler = new Writes() });

        var exception = await FailureAsync(client);

        exception.Message.ShouldBe(Stopped + Advice);
        exception.InnerException.ShouldBeNull();
    }

    private static Task<InvalidOperationException> FailureAsync(RecoupClient client) => Should.ThrowAsync<InvalidOperationException>(() =>
        client.ExecuteAsync("ACME_DO", JsonElement.Parse("{}"), cancellationToken: TestContext.Current.CancellationToken));

    private sealed class SendsTwice : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (await base.SendAsync(request, cancellationToken)).Dispose();
            return await base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Writes the body as a handler with a socket does.</summary>
    private sealed class Writes : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK);
        }
    }
}
