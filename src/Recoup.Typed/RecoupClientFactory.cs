using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Recoup.Typed.Hosting;

namespace Recoup.Typed;

/// <summary>Creates clients from their registration: the HttpClient of their name and the options of their name.</summary>
internal sealed class RecoupClientFactory(
    RecoupClientNames names,
    IHttpClientFactory httpClients,
    IOptionsMonitor<RecoupClientOptions> options,
    ILoggerFactory? loggerFactory = null) : IRecoupClientFactory
{
    public RecoupClient CreateClient(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!names.Contains(name))
        {
            throw new ArgumentException(
                $"There is no Recoup client '{name}'. Register it with services.AddRecoupClient(\"{name}\", …). Registered: "
                + $"{string.Join(", ", names.All.Select(known => $"'{known}'"))}.",
                nameof(name));
        }

        return new RecoupClient(httpClients.CreateClient(RecoupClientNames.HttpClientOf(name)), options.Get(name), loggerFactory);
    }
}
