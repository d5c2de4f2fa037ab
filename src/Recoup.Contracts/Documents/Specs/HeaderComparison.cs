using Recoup.Catalogs.Json;
using Recoup.Catalogs.Spec;
using Recoup.Contracts.Documents.Pairs;
using Recoup.Contracts.Findings.Rules;
using Recoup.Contracts.Json;
using Recoup.Contracts.Schemas.Forms;

namespace Recoup.Contracts.Documents.Specs;

/// <summary>
/// Compares the headers of a response, or of a part of a form. Their names are case-insensitive (RFC 9110, section 5.1).
/// </summary>
internal static class HeaderComparison
{
    public static IEnumerable<Finding> Compare(ApiResponse before, ApiResponse after, string status, SpecSite site, int seed) => Compare(
        before.Source["headers"], after.Source["headers"], $"response {status}", Direction.Results, SpecRules.ResponseHeader, site, seed);

    /// <summary>Compares the headers of two messages.</summary>
    /// <param name="before">The earlier headers by name.</param>
    /// <param name="after">The later headers by name.</param>
    /// <param name="message">What has the headers, for messages.</param>
    /// <param name="direction">Who sends them.</param>
    /// <param name="rule">The rule of the findings.</param>
    /// <param name="site">The operation.</param>
    /// <param name="seed">The seed of the samples.</param>
    public static IEnumerable<Finding> Compare(
        PositionedElement before, PositionedElement after, string message, Direction direction, Rule rule, SpecSite site, int seed)
    {
        var isSent = direction == Direction.Parameters;
        var was = Read(before, site.DocumentPair.Before.Root);
        var now = Read(after, site.DocumentPair.After.Root);
        foreach (var key in was.Keys.Union(now.Keys, StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase))
        {
            var (inBefore, inAfter) = (was.TryGetValue(key, out var one), now.TryGetValue(key, out var other));
            var (wasRequired, isRequired) = (one["required"].AsBoolean() == true, other["required"].AsBoolean() == true);
            var what = $"{message}: the header '{key}'";

            // Who reads a message relies on its required headers.
            var (toRequired, toOptional) = isSent ? (Verdict.Breaking, Verdict.Compatible) : (Verdict.Compatible, Verdict.Breaking);
            if (inBefore != inAfter)
            {
                yield return inAfter
                    ? Finding(Change.Added, isRequired ? toRequired : Verdict.Compatible, isSent && isRequired
                        ? "is new and required"
                        : "is new")
                    : Finding(Change.Removed, wasRequired && !isSent ? toOptional : Verdict.Behavior, isSent
                        ? "is no longer read"
                        : "is no longer returned");
                continue;
            }

            if (wasRequired != isRequired)
            {
                yield return isRequired
                    ? Finding(Change.Tightened, toRequired, isSent ? "is now required" : "is now always returned")
                    : Finding(Change.Loosened, toOptional, isSent ? "is now optional" : "is no longer always returned");
            }

            var (formBefore, formAfter) = (Parameter(key, one), Parameter(key, other));
            var kinds = site.KindsBefore(formBefore.Schema) | site.KindsAfter(formAfter.Schema);
            if (ParameterForm.Words(formBefore) != ParameterForm.Words(formAfter) && !ParameterForm.IsSame(formBefore, formAfter, kinds))
            {
                yield return Finding(Change.Changed, Verdict.Breaking,
                    $"had {ParameterForm.Words(formBefore)} and now has {ParameterForm.Words(formAfter)}");
            }

            var texts = formBefore.MediaType is null && formAfter.MediaType is null ? new TextValues(CanBeEmpty: true) : null;
            foreach (var finding in site.Schemas(formBefore.Schema, formAfter.Schema, direction, what, what, seed, texts))
                yield return finding;

            Finding Finding(Change change, Verdict verdict, string words) =>
                site.Finding(rule, change, verdict, $"{what} {words}", one, other, direction);
        }
    }

    // A header with this name is ignored (OpenAPI 3.1, section 4.8.17).
    private static Dictionary<string, PositionedElement> Read(PositionedElement all, PositionedElement root)
    {
        var headers = new Dictionary<string, PositionedElement>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in all.EnumerateObject())
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
