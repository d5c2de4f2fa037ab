using Recoup.Contracts.Live;
using Recoup.Contracts.Live.Observations;
using Recoup.Contracts.Live.Probes;
using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Tests.Live;

/// <summary>A server of which some answers are changed.</summary>
internal sealed class MutatedServer(HttpMessageHandler server, IReadOnlyList<Mutation> mutations) : DelegatingHandler(server)
{
    /// <summary>The requests of all probes that are judged by their status, by what they ask.</summary>
    public static async Task<IReadOnlyDictionary<ProbeCase, (string Key, ProbeRequest Request, string Step)>> RequestsAsync(
        LiveApiOptions options)
    {
        var keys = new Dictionary<ProbeCase, (string, ProbeRequest, string)>();
        using var recorder = new Recorder();
        using var api = new LiveApi(new LiveApiOptions { Address = options.Address, ApiKey = options.ApiKey, Handler = recorder });
        foreach (var probe in ProbeTable.Rows.OfType<RequestProbe>())
        {
            foreach (var request in probe.Requests(api.Routes))
            {
                await api.SendAsync(request.Request, TestContext.Current.CancellationToken);
                keys.Add(request.Case, (recorder.Last, request, $"{probe.Id} ({request.Name})"));
            }
        }

        return keys;
    }

    /// <summary>Method, address, headers and body of a request.</summary>
    public static async Task<string> KeyOf(HttpRequestMessage request)
    {
        var headers = request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? []).Where(header => header.Key != "Content-Length");
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync();
        return $"{request.Method} {request.RequestUri!.PathAndQuery}\n"
            + string.Join('\n', headers.Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")) + "\n\n" + body;
    }

    /// <summary>The requests so far, as <see cref="KeyOf"/> gives them.</summary>
    public List<string> Sent { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var key = await KeyOf(request);
        Sent.Add(key);
        var response = await base.SendAsync(request, cancellationToken);
        foreach (var mutation in mutations.Where(mutation => mutation.Request == key))
            await mutation.Change(response);
        return response;
    }

    private sealed class Recorder : HttpMessageHandler
    {
        public string Last { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Last = await KeyOf(request);
            return new HttpResponseMessage();
        }
    }
}
