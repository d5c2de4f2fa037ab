using System.Text.Json;
using Recoup.Catalogs;
using Recoup.Catalogs.Problems;
using Recoup.Contracts.Live.Deployed;
using Recoup.Contracts.Schemas.Forms;
using Recoup.Contracts.Schemas.Witnesses;
using Recoup.Schemas;

namespace Recoup.Contracts.Live.Allowances;

/// <summary>Turns the allow-list into calls. Errors in the list are reported before any probe runs.</summary>
internal static class AllowedCalls
{
    private const int MostViolations = 3;

    /// <summary>Checks what does not depend on the catalog.</summary>
    /// <exception cref="ContractException">An entry is not allowed. The message says why.</exception>
    public static void Require(IReadOnlyList<AllowedAction> allowed)
    {
        var slugs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var action in allowed)
        {
            if (string.IsNullOrWhiteSpace(action.Slug))
                throw new ContractException(
                    "An allow-listed action has no slug. Give a slug of the catalog, for example --allow YOUTUBE_LIST_VIDEOS.");
            if (!slugs.Add(action.Slug))
                throw new ContractException($"{action.Slug} is allow-listed twice. Remove one of the two.");
            if (ListObservations.IsMeta(action.Slug))
                throw new ContractException(
                    $"{action.Slug} is a meta-action: it can run or connect actions that are not on the allow-list. Allow a read-only "
                        + $"action of a connector instead.");
            if (action.Parameters is { ValueKind: not JsonValueKind.Object } other)
                throw new ContractException(
                    $"The parameters of {action.Slug} must be an object, got {other.ValueKind.ToString().ToLowerInvariant()}.");
        }
    }

    /// <exception cref="ContractException">
    /// A slug is in no catalog, or its parameters violate the schema. The message says what to do.
    /// </exception>
    public static IReadOnlyList<AllowedCall> Of(IReadOnlyList<AllowedAction> allowed, RecoupCatalog? snapshot, RecoupCatalog live)
    {
        if (allowed.Count == 0)
            return [];
        var (listed, stored) = (BySlug(live), BySlug(snapshot));
        return [.. allowed.Select(entry => listed.TryGetValue(entry.Slug, out var action) ? Call(entry, action, isListed: true)
            : stored.TryGetValue(entry.Slug, out action) ? Call(entry, action, isListed: false)
            : throw Unknown(entry.Slug, snapshot is not null, listed.Keys.Concat(stored.Keys)))];
    }

    private static Dictionary<string, CatalogAction> BySlug(RecoupCatalog? catalog) =>
        (catalog?.Actions ?? []).ToDictionary(action => action.Slug, StringComparer.Ordinal);

    private static ContractException Unknown(string slug, bool hasSnapshot, IEnumerable<string> known)
    {
        var advice = !hasSnapshot
            ? " If its connector is not connected, the action may be only in a stored catalog: give it with --catalog."
            : "";
        var where = !hasSnapshot ? "not in the live catalog" : "neither in the live catalog nor in the stored one";
        return new ContractException($"{slug} is allow-listed, but {where}; nothing was executed.{Nearest.Question(slug, known)}{advice}");
    }

    private static AllowedCall Call(AllowedAction allowed, CatalogAction action, bool isListed)
    {
        var source = new SchemaSource(action.ParametersSource, action.ParametersSource, "");
        if (!source.TryCompile(out var schema, out var problem))
            throw new ContractException(
                $"{action.Slug} is allow-listed, but its schema cannot be compiled, so no parameters can be checked: {problem}. Allow "
                    + $"another action.");
        return new AllowedCall(
            action,
            isListed,
            schema!,
            allowed.Parameters is { } given ? Checked(action.Slug, given, schema!) : Smallest(action.Slug, schema!));
    }

    private static JsonElement Checked(string slug, JsonElement parameters, JsonSchema schema)
    {
        var violations = schema.Validate(parameters).Violations;
        return violations.Count == 0 ? parameters : throw new ContractException(
            $"The parameters of {slug} break its schema; nothing was executed. {string.Join(
                "; ", violations.Take(MostViolations).Select(violation => violation.ToString()))}");
    }

    private static JsonElement Smallest(string slug, JsonSchema schema) =>
        schema.CreateSample(new SampleOptions { Properties = SampleProperties.Required }) is { ValueKind: JsonValueKind.Object } sample
            ? Shrinker.Shrink(sample, value => value.ValueKind == JsonValueKind.Object && schema.IsValid(value))
            : throw new ContractException(
                $"No parameters were found that the schema of {slug} accepts. Give them: --allow {slug}=parameters.json.");
}
