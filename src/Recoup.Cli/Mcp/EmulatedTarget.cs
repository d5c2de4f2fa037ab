using System.Net;
using System.Net.Mime;
using System.Text;
using Recoup.AI.Mcp.Serving;
using Recoup.Catalogs;
using Recoup.Emulator;

namespace Recoup.Cli.Mcp;

/// <summary>Sends calls to an emulator in process, one for each version of the catalog, whose connectors are all connected.</summary>
internal sealed class EmulatedTarget(TimeProvider clock) : IAsyncDisposable
{
    private RecoupEmulator? _current;
    private RecoupEmulator? _former;

    /// <summary>Starts an emulator. The former one may still be answering a call; the one before it ends.</summary>
    public async Task<CallTarget> StartAsync(RecoupCatalog catalog)
    {
        if (_former is not null)
            await _former.DisposeAsync().ConfigureAwait(false);
        (_former, _current) = (_current, RecoupEmulator.Start(catalog, new RecoupEmulatorOptions { TimeProvider = clock }));
        foreach (var connector in catalog.Actions.Select(action => action.ConnectorSlug).Where(slug => slug.Length > 0).Distinct())
            _current.Connect(connector);
        return new CallTarget
        {
            ApiKey = _current.DefaultAccount.ApiKey,
            Address = new Uri("http://localhost/"),
            Handler = new ComplaintsAsResponses(_current.CreateHandler()),
        };
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var emulator in (RecoupEmulator?[])[_former, _current])
        {
            if (emulator is not null)
                await emulator.DisposeAsync().ConfigureAwait(false);
        }
    }

    // In process, the emulator throws what it cannot emulate. The model gets the reason as an error of the service.
    private sealed class ComplaintsAsResponses(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (RecoupEmulatorException exception)
            {
                return new HttpResponseMessage(HttpStatusCode.NotImplemented)
                {
                    RequestMessage = request,
                    Content = new StringContent(exception.Message, Encoding.UTF8, MediaTypeNames.Text.Plain),
                };
            }
        }
    }
}
