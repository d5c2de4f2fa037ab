using System.Text.Json.Nodes;

namespace Recoup.Contracts.Verification;

/// <summary>A probe that is a few requests, each judged by its status and its error body.</summary>
internal abstract class RequestProbe(int number, string title) : Probe(number, title)
{
    /// <summary>The requests, in the order in which they are sent.</summary>
    public abstract IEnumerable<ProbeRequest> Requests(ApiRoutes routes);

    public override async Task RunAsync(ProbeRun run, CancellationToken cancellation)
    {
        foreach (var request in Requests(run.Api.Routes))
        {
            var answer = await run.Api.SendAsync(request.Request, cancellation).ConfigureAwait(false);
            run.Sightings.AddRange(AnswerJudge.Judge(run.Api, Id, request, answer));
        }
    }

    protected static string Json(params (string Name, JsonNode Value)[] members) =>
        new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Value))).ToJsonString();
}
