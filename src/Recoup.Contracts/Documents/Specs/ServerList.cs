using System.Runtime.CompilerServices;
using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Spec;
using Recoup.Contracts.Documents.Wire;
using Recoup.Contracts.Json;

namespace Recoup.Contracts.Documents.Specs;

/// <summary>The addresses of the servers of an operation or a document, in normal form and in order.</summary>
/// <param name="Addresses">
/// The addresses with the values of their variables, the default values first; an empty one is the address of the document itself.
/// </param>
/// <param name="IsOwn">Whether the operation or its path lists the servers; otherwise, the document does.</param>
internal sealed record ServerList(IReadOnlyList<string> Addresses, bool IsOwn)
{
    private const int MostAddresses = 256;

    private static readonly ConditionalWeakTable<ApiSpec, ServerList> Known = [];

    /// <summary>The path of the first address, which precedes the path of the operation.</summary>
    public string BasePath
    {
        get
        {
            var scheme = Addresses[0].IndexOf("://", StringComparison.Ordinal);
            var path = scheme < 0 ? 0 : Addresses[0].IndexOf('/', scheme + 3);
            return path < 0 ? "" : Addresses[0][path..].Split('?')[0];
        }
    }

    /// <summary>The cached servers of a document.</summary>
    public static ServerList Of(ApiSpec spec) =>
        Known.GetValue(spec, static spec => Read(spec.Source["servers"], isOwn: false) ?? new ServerList([""], false));

    public static ServerList Of(ApiOperation operation, ApiSpec spec) =>
        Read(operation.Source["servers"], isOwn: true)
        ?? Read(SpecReference.Follow(spec.Source["paths"][operation.Path], spec.Source)["servers"], isOwn: true)
        ?? Of(spec);

    /// <summary>Whether programs find the same servers, and the same one first.</summary>
    public bool IsSame(ServerList other) => Addresses[0] == other.Addresses[0] && Addresses.ToHashSet().SetEquals(other.Addresses);

    public override string ToString() => string.Join(", ", Addresses.Select(address => address.Length == 0 ? "not given" : address));

    // An empty list is the same as none (OpenAPI 3.1, section 4.8.1.1).
    private static ServerList? Read(PositionedElement servers, bool isOwn)
    {
        var addresses = new List<string>();
        foreach (var server in servers.EnumerateArray())
        {
            if (server["url"].AsString() is { } url)
                addresses.AddRange(Expand(url, server["variables"]).Select(Normalize));
        }

        return addresses.Count == 0 ? null : new ServerList([.. addresses.Distinct(StringComparer.Ordinal)], isOwn);
    }

    /// <summary>The address with the default values of the variables, and those with the other values that the document lists.</summary>
    private static List<string> Expand(string url, PositionedElement variables)
    {
        List<string> addresses = [url];
        foreach (var variable in variables.EnumerateObject())
        {
            if (variable.Value.ValueKind != JsonValueKind.Object || variable.Value["default"].AsString() is not { } value)
                continue;
            List<string> values = [value];
            foreach (var other in variable.Value["enum"].EnumerateArray())
            {
                if (other.AsString() is { } text && text != value)
                    values.Add(text);
            }

            if (addresses.Count * values.Count > MostAddresses)
                values = [value];
            addresses = [.. addresses.SelectMany(address =>
                values.Select(text => address.Replace("{" + variable.Name + "}", text, StringComparison.Ordinal)))];
        }

        return addresses;
    }

    // RFC 3986, section 6.2: the case of scheme and host, a default port and an empty path do not count.
    private static string Normalize(string url) =>
        (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? address.GetLeftPart(UriPartial.Authority) + UriText.Normalize(address.PathAndQuery)
            : UriText.Normalize(url)).TrimEnd('/');
}
