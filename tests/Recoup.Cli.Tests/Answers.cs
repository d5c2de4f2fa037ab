namespace Recoup.Cli.Tests;

/// <summary>A server that answers every request alike.</summary>
internal sealed class Answers(Func<CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answer(cancellationToken);
}
