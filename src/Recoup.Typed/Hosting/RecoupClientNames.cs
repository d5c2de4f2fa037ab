using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Recoup.Typed.Hosting;

/// <summary>The names of the registered clients.</summary>
internal sealed class RecoupClientNames
{
    private const string Default = "RecoupClient";

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public IEnumerable<string> All => _names.Order(StringComparer.Ordinal);

    /// <summary>The names of the clients of a container that is being built.</summary>
    public static RecoupClientNames Of(IServiceCollection services)
    {
        if (services.FirstOrDefault(service => service.ServiceType == typeof(RecoupClientNames))?.ImplementationInstance is
            RecoupClientNames known)
        {
            return known;
        }

        var names = new RecoupClientNames();
        services.AddSingleton(names);
        return names;
    }

    /// <summary>The name of the HttpClient of a client.</summary>
    public static string HttpClientOf(string name) => name == Options.DefaultName ? Default : $"{Default}:{name}";

    public bool Add(string name) => _names.Add(name);

    public bool Contains(string name) => _names.Contains(name);

    /// <summary>The name of the client whose HttpClient has a name; null if there is none.</summary>
    public string? ClientOf(string? httpClient) => _names.FirstOrDefault(name => HttpClientOf(name) == httpClient);
}
