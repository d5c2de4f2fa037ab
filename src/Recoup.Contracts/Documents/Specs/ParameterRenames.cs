using Recoup.Catalogs.Spec;
using Recoup.Contracts.Schemas.Edits;

namespace Recoup.Contracts.Documents.Specs;

/// <summary>
/// Pairs parameters of an operation that were renamed: one was removed, one was added in the same place, and their descriptions or names
/// say that they are the same. Parameters in the path are matched by their position in it.
/// </summary>
internal static class ParameterRenames
{
    public static IReadOnlyList<(ApiParameter Before, ApiParameter After)> Of(ApiOperation before, ApiOperation after)
    {
        var (gone, come) = (Only(before, after), Only(after, before));
        var pairs = new List<(ApiParameter Before, ApiParameter After)>();
        foreach (var was in gone)
        {
            if (come.FindAll(now => IsSame(was, now)) is [var match] && gone.FindAll(other => IsSame(other, match)).Count == 1)
                pairs.Add((was, match));
        }

        return pairs;
    }

    private static List<ApiParameter> Only(ApiOperation operation, ApiOperation other) =>
    [
        .. operation.Parameters.Where(parameter => parameter.Place != ApiParameterPlace.Path
            && other.Parameters.All(match => match.Name != parameter.Name || match.Place != parameter.Place)),
    ];

    private static bool IsSame(ApiParameter was, ApiParameter now) => was.Place == now.Place
        && (NameSimilarity.Of(was.Name, now.Name) >= NameSimilarity.Likely
            || (was.Description is { Length: > 0 } text && text == now.Description));
}
