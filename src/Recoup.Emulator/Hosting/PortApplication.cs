using Microsoft.AspNetCore.Http;
using Recoup.Emulator.Core;

namespace Recoup.Emulator.Hosting;

/// <summary>On a port a fault of the network is done to the connection, and a complaint is a 501 with a problem document.</summary>
internal sealed class PortApplication(ConnectorsApi api, CancellationToken stopping) : ApiApplication(api, stopping)
{
    protected override async Task AnswerAsync(HttpContext context, ConnectorsApi core, ApiRequest request)
    {
        ApiAnswer answer;
        try
        {
            answer = await core.AnswerAsync(request).ConfigureAwait(false);
        }
        catch (RecoupEmulatorException complaint)
        {
            answer = ProblemDocument.Of(complaint.Message);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
            return;
        }

        if (answer.Fault is null)
            await AnswerWriter.WriteAsync(context, answer).ConfigureAwait(false);
        else if (answer.Fault is TransportFault.Refused or TransportFault.UnknownHost)
            await AnswerWriter.WriteAsync(context, ProblemDocument.Of($"{answer.Fault} happens before a connection stands, so a port cannot show it. Script Reset, or run in process.")).ConfigureAwait(false);
        else
            await WireFaults.InflictAsync(context, answer).ConfigureAwait(false);
    }
}
