using System.Collections.Immutable;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Spec;
using Recoup.Contracts.Json;

namespace Recoup.Contracts.Documents.Specs;

/// <summary>Credentials that a request needs together, by what is sent and not by the names of the document.</summary>
/// <param name="Scopes">The scopes that each kind of credential needs.</param>
internal sealed record CredentialSet(ImmutableSortedDictionary<string, ImmutableSortedSet<string>> Scopes)
{
    private const int MostAlternatives = 64;

    private static CredentialSet None { get; } =
        new(ImmutableSortedDictionary.Create<string, ImmutableSortedSet<string>>(StringComparer.Ordinal));

    /// <summary>The alternatives of an operation, of which a request needs one. Without a requirement, it needs no credential.</summary>
    public static IReadOnlyList<CredentialSet> Of(ApiOperation operation, PositionedElement root)
    {
        var sets = new List<CredentialSet>();
        foreach (var requirement in RequirementsOf(operation, root).EnumerateArray())
        {
            List<CredentialSet> alternatives = [None];
            foreach (var scheme in requirement.EnumerateObject())
            {
                var scopes = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
                foreach (var scope in scheme.Value.EnumerateArray())
                    scopes = scopes.Add(scope.AsString() ?? "");
                var kinds = KindsOf(scheme.Name, root);
                if (alternatives.Count * kinds.Count > MostAlternatives)
                    kinds = [string.Join(" or ", kinds)];
                alternatives = [.. alternatives.SelectMany(set => kinds.Select(kind => set.With(kind, scopes)))];
            }

            sets.AddRange(alternatives);
        }

        return sets.Count == 0 ? [None] : sets;
    }

    /// <summary>The addresses of the OAuth flows of an operation, by the flow and the name of the address.</summary>
    public static SortedDictionary<string, string> AddressesOf(ApiOperation operation, PositionedElement root)
    {
        var addresses = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var requirement in RequirementsOf(operation, root).EnumerateArray())
        {
            foreach (var scheme in requirement.EnumerateObject())
            {
                var flows = SpecReference.Follow(root["components"]["securitySchemes"][scheme.Name], root)["flows"];
                foreach (var flow in flows.EnumerateObject())
                {
                    foreach (var name in new[] { "authorizationUrl", "tokenUrl", "refreshUrl" })
                    {
                        if (flow.Value[name].AsString() is { } address)
                            addresses.TryAdd($"{name} of oauth2 {flow.Name}", address);
                    }
                }
            }
        }

        return addresses;
    }

    /// <summary>Whether a request with another set has all that this one needs.</summary>
    public bool IsPartOf(CredentialSet other) => Scopes.All(pair =>
        other.Scopes.TryGetValue(pair.Key, out var scopes) && pair.Value.IsSubsetOf(scopes));

    public override string ToString() => Scopes.Count == 0
        ? "none"
        : string.Join(
            " and ", Scopes.Select(pair => pair.Value.Count == 0 ? pair.Key : $"{pair.Key} ({string.Join(", ", pair.Value)})"));

    private static PositionedElement RequirementsOf(ApiOperation operation, PositionedElement root)
    {
        var own = operation.Source["security"];
        return own.ValueKind == System.Text.Json.JsonValueKind.Array ? own : root["security"];
    }

    private CredentialSet With(string kind, ImmutableSortedSet<string> scopes) =>
        new(Scopes.SetItem(kind, Scopes.GetValueOrDefault(kind)?.Union(scopes) ?? scopes));

    /// <summary>The kinds of a scheme. Each flow of OAuth is another way to get credentials (OpenAPI 3.1, section 4.8.28).</summary>
    private static List<string> KindsOf(string name, PositionedElement root)
    {
        var scheme = SpecReference.Follow(root["components"]["securitySchemes"][name], root);
        var kinds = new List<string>();
        if (scheme["type"].AsString() == "oauth2")
        {
            foreach (var flow in scheme["flows"].EnumerateObject())
            {
                if (!flow.Name.StartsWith("x-", StringComparison.Ordinal))
                    kinds.Add("oauth2 " + flow.Name);
            }
        }

        return kinds.Count > 0 ? kinds : [KindOf(name, root)];
    }

    // Authentication schemes and the names of headers are case-insensitive (RFC 9110, sections 11.1 and 5.1).
    private static string KindOf(string name, PositionedElement root)
    {
        var scheme = SpecReference.Follow(root["components"]["securitySchemes"][name], root);
        return scheme["type"].AsString() switch
        {
            "apiKey" when scheme["in"].AsString() == "header" => $"apiKey in header {scheme["name"].AsString()?.ToLowerInvariant()}",
            "apiKey" => $"apiKey in {scheme["in"].AsString()} {scheme["name"].AsString()}",
            "http" => $"http {scheme["scheme"].AsString()?.ToLowerInvariant()}",
            "openIdConnect" => $"openIdConnect {scheme["openIdConnectUrl"].AsString()}",
            { } type => type,
            null => $"'{name}'",
        };
    }
}
