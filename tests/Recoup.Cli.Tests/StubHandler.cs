namespace Recoup.Cli.Tests;

/// <summary>Responds to every request in the same way.</summary>
internal sealed class StubHandler(Func<CancellationToken, Task<HttpResponseMessage>> respond) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        respond(cancellationToken);
}
