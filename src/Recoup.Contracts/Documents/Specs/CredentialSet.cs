using System.Collections.Immutable;
using Recoup.Catalogs.Json;
using Recoup.Catalogs.Spec;
using Recoup.Contracts.Documents.Wire;

namespace Recoup.Contracts.Documents.Specs;

/// <summary>Credentials that a request needs together, by what is sent and not by the names of the document.</summary>
/// <param name="Scopes">The scopes that each kind of credential needs.</param>
internal sealed record CredentialSet(ImmutableSortedDictionary<string, ImmutableSortedSet<string>> Scopes)
{
    private static CredentialSet None { get; } =
        new(ImmutableSortedDictionary.Create<string, ImmutableSortedSet<string>>(StringComparer.Ordinal));

    /// <summary>The alternatives of an operation, of which a request needs one. Without a requirement, it needs no credential.</summary>
    public static IReadOnlyList<CredentialSet> Of(ApiOperation operation, PositionedElement root)
    {
        var own = operation.Source["security"];
        var list = own.ValueKind == System.Text.Json.JsonValueKind.Array ? own : root["security"];
        var sets = new List<CredentialSet>();
        foreach (var requirement in list.EnumerateArray())
        {
            var set = None;
            foreach (var scheme in requirement.EnumerateObject())
            {
                var kind = KindOf(scheme.Name, root);
                var known = set.Scopes.GetValueOrDefault(kind) ?? ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
                foreach (var scope in scheme.Value.EnumerateArray())
                    known = known.Add(scope.AsString() ?? "");
                set = new CredentialSet(set.Scopes.SetItem(kind, known));
            }

            sets.Add(set);
        }

        return sets.Count == 0 ? [None] : sets;
    }

    /// <summary>Whether a request with another set has all that this one needs.</summary>
    public bool IsPartOf(CredentialSet other) => Scopes.All(pair =>
        other.Scopes.TryGetValue(pair.Key, out var scopes) && pair.Value.IsSubsetOf(scopes));

    public override string ToString() => Scopes.Count == 0
        ? "none"
        : string.Join(
            " and ", Scopes.Select(pair => pair.Value.Count == 0 ? pair.Key : $"{pair.Key} ({string.Join(", ", pair.Value)})"));

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
