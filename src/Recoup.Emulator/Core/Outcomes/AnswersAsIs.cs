using Recoup.Emulator.Core.Executions;
using Recoup.Emulator.Core.Responses;
using Recoup.Emulator.Core.Rules;

namespace Recoup.Emulator.Core.Outcomes;

/// <summary>A response that the API never sends: malformed JSON, the HTML page of a proxy, another shape.</summary>
internal sealed class AnswersAsIs(string name, int status, string contentType, string body) : Outcome
{
    public override string Name => name;

    public override bool IsFault => true;

    public override int Executions(ApiRules rules) => status < 400 ? 1 : 0;

    public override ValueTask<ApiResponse> RespondAsync(Execution execution) => new(ApiResponse.Text(status, contentType, body));
}
