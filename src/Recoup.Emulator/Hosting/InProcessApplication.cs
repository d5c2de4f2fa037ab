using Microsoft.AspNetCore.Http;
using Recoup.Emulator.Core;

namespace Recoup.Emulator.Hosting;

/// <summary>In process a fault of the network leaves the server as a signal, and a complaint as itself; <see cref="InProcessHandler"/> meets both.</summary>
internal sealed class InProcessApplication(ConnectorsApi api, CancellationToken stopping) : ApiApplication(api, stopping)
{
    protected override async Task AnswerAsync(HttpContext context, ConnectorsApi core, ApiRequest request)
    {
        var answer = await core.AnswerAsync(request).ConfigureAwait(false);
        if (answer.Fault is not null)
            throw new FaultSignal(answer);
        await AnswerWriter.WriteAsync(context, answer).ConfigureAwait(false);
    }
}
