using Recoup.Emulator.Core.Executions;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Core.Outcomes;

/// <summary>A response that the API never sends: malformed JSON, the HTML page of a proxy, another shape.</summary>
internal sealed class AnswersAsIs(string name, int status, string contentType, string body) : Outcome
{
    public override string Name => name;

    public override bool Executes => status < 400;

    public override bool IsFault => true;

    public override ApiResponse Respond(Execution execution) => ApiResponse.Text(status, contentType, body);
}
