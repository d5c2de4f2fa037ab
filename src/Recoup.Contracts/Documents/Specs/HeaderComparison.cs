using Recoup.Catalogs.Json;
using Recoup.Catalogs.Spec;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Findings.Rules;
using Recoup.Contracts.Json;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Documents.Specs;

/// <summary>Compares the headers of a response. Their names are case-insensitive (RFC 9110, section 5.1).</summary>
internal static class HeaderComparison
{
    public static IEnumerable<Finding> Compare(ApiResponse before, ApiResponse after, string status, SpecSite site, int seed)
    {
        var was = Read(before, site.DocumentPair.Before.Root);
        var now = Read(after, site.DocumentPair.After.Root);
        foreach (var key in was.Keys.Union(now.Keys, StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase))
        {
            var (inBefore, inAfter) = (was.TryGetValue(key, out var one), now.TryGetValue(key, out var other));
            var (wasRequired, isRequired) = (one["required"].AsBoolean() == true, other["required"].AsBoolean() == true);
            var what = $"response {status}: the header '{key}'";
            if (inBefore != inAfter)
            {
                yield return site.Finding(SpecRules.ResponseHeader, inAfter ? Change.Added : Change.Removed,
                    inAfter ? Verdict.Compatible : wasRequired ? Verdict.Breaking : Verdict.Behavior,
                    $"{what} is {(inAfter ? "new" : "no longer returned")}", one, other, Direction.Results);
                continue;
            }

            if (wasRequired != isRequired)
            {
                yield return site.Finding(SpecRules.ResponseHeader, isRequired ? Change.Tightened : Change.Loosened,
                    isRequired ? Verdict.Compatible : Verdict.Breaking,
                    $"{what} is {(isRequired ? "now always returned" : "no longer always returned")}", one, other, Direction.Results);
            }

            var (formBefore, formAfter) = (Parameter(key, one), Parameter(key, other));
            var kinds = site.KindsBefore(formBefore.Schema) | site.KindsAfter(formAfter.Schema);
            if (ParameterForm.Words(formBefore) != ParameterForm.Words(formAfter) && !ParameterForm.IsSame(formBefore, formAfter, kinds))
            {
                yield return site.Finding(SpecRules.ResponseHeader, Change.Changed, Verdict.Breaking,
                    $"{what} had {ParameterForm.Words(formBefore)} and now has {ParameterForm.Words(formAfter)}", one, other,
                    Direction.Results);
            }

            var texts = formBefore.MediaType is null && formAfter.MediaType is null ? new TextValues(CanBeEmpty: true) : null;
            foreach (var finding in site.Schemas(formBefore.Schema, formAfter.Schema, Direction.Results, what, what, seed, texts))
                yield return finding;
        }
    }

    // A header with this name is ignored (OpenAPI 3.1, section 4.8.17).
    private static Dictionary<string, PositionedElement> Read(ApiResponse response, PositionedElement root)
    {
        var headers = new Dictionary<string, PositionedElement>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in response.Source["headers"].EnumerateObject())
        {
            if (!header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                headers[header.Name] = SpecReference.Follow(header.Value, root);
        }

        return headers;
    }

    /// <summary>A header is described like a parameter (OpenAPI 3.1, section 4.8.21).</summary>
    private static ApiParameter Parameter(string name, PositionedElement header)
    {
        string? mediaType = null;
        var schema = header["schema"];
        foreach (var content in header["content"].EnumerateObject())
        {
            (mediaType, schema) = (content.Name, content.Value["schema"]);
            break;
        }

        return new ApiParameter(
            name, ApiParameterPlace.Header, false, "", "simple", header["explode"].AsBoolean() == true, mediaType, schema, header);
    }
}
