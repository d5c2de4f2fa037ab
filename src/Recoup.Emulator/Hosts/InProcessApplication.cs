using Microsoft.AspNetCore.Http;
using Recoup.Emulator.Core;
using Recoup.Emulator.Core.Requests;
using Recoup.Emulator.Engine;
using Recoup.Emulator.Hosts.Responses;

namespace Recoup.Emulator.Hosts;

/// <summary>
/// In process, a network fault leaves the server as a <see cref="FaultSignal"/>, and an exception of the emulator leaves it unchanged.
/// </summary>
internal sealed class InProcessApplication(EmulatorEngine engine, CancellationToken stopping) : ApiApplication(engine, stopping)
{
    protected override async Task RespondAsync(HttpContext context, ConnectorsApi core, ApiRequest request)
    {
        var response = await core.RespondAsync(request).ConfigureAwait(false);
        if (response.Fault is not null)
            throw new FaultSignal(response);
        await ResponseWriter.WriteAsync(context, response).ConfigureAwait(false);
    }
}
