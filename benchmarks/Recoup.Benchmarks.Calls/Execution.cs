using System.Net;
using System.Net.Http.Headers;
using Recoup.Actions;
using Recoup.Typed;
using Refit;

namespace Recoup.Benchmarks.Calls;

/// <summary>
/// The same call executed by Recoup and by Refit: arguments, request, response and result. No network: a handler responds.
/// </summary>
public sealed class Execution : IDisposable
{
    private const string Body = "It stopped at noon. The shaft turns, the stones do not.";

    private static readonly string[] Labels = ["bug", "help wanted"];

    private readonly HttpClient _http = new(new Responder()) { BaseAddress = new Uri("http://localhost/") };
    private readonly HttpClient _refitHttp = new(new Responder()) { BaseAddress = new Uri("http://localhost/") };
    private readonly RecoupClient _recoup;
    private readonly IRefitApi _refit;
    private readonly GitHub.CreateIssueLabels[] _labels = [.. Labels];

    /// <summary>Creates both clients.</summary>
    public Execution()
    {
        _recoup = new RecoupClient(_http, new RecoupClientOptions { ApiKey = "benchmark" });
        _refitHttp.DefaultRequestHeaders.Add("x-api-key", "benchmark");
        _refit = RestService.For<IRefitApi>(_refitHttp);
    }

    /// <summary>Executes the generated call.</summary>
    /// <returns>The result.</returns>
    public object ExecuteWithRecoup() => _recoup.ExecuteAsync(GitHub.CreateIssue(
        owner: "ada", repo: "engine", title: "The mill does not turn", body: Body, labels: _labels)).GetAwaiter().GetResult();

    /// <summary>Executes the call that Refit's generator has written.</summary>
    /// <returns>The result.</returns>
    public object ExecuteWithRefit() => _refit.ExecuteAsync(new RefitRequest<IssueParameters>(
        "GITHUB_CREATE_ISSUE", new IssueParameters("ada", "engine", "The mill does not turn", Body, Labels))).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public void Dispose()
    {
        _recoup.Dispose();
        _http.Dispose();
        _refitHttp.Dispose();
    }

    /// <summary>Reads the whole request and responds with a result of about 250 bytes.</summary>
    private sealed class Responder : HttpMessageHandler
    {
        private static readonly MediaTypeHeaderValue Json = new("application/json") { CharSet = "utf-8" };

        private static readonly byte[] Result =
            """
            {"success":true,"result":{"data":{"id":1,"number":1347,"state":"open","title":"The mill does not turn","labels":["bug"]},
            "error":null,"successful":true},"executedAt":"2026-11-28T04:05:06.789Z"}
            """u8.ToArray();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            var content = new ByteArrayContent(Result);
            content.Headers.ContentType = Json;
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request };
        }
    }
}
