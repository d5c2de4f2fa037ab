using Recoup.Catalogs.Spec;
using Recoup.Contracts.Schemas.Edits;

namespace Recoup.Contracts.Documents.Specs;

/// <summary>
/// Pairs parameters of an operation that were renamed: one was removed, one was added in the same place, and their descriptions or names
/// say that they are the same. Parameters in the path are matched by their position in it.
/// </summary>
internal static class ParameterRenames
{
    /// <summary>The new parameter for each renamed one.</summary>
    /// <param name="gone">The parameters that only the earlier operation has.</param>
    /// <param name="come">The parameters that only the later operation has.</param>
    public static IReadOnlyDictionary<ApiParameter, ApiParameter> Of(IReadOnlyList<ApiParameter> gone, List<ApiParameter> come)
    {
        var pairs = new Dictionary<ApiParameter, ApiParameter>(ReferenceEqualityComparer.Instance);
        foreach (var was in gone)
        {
            if (come.FindAll(now => IsSame(was, now)) is [var match] && gone.Count(other => IsSame(other, match)) == 1)
                pairs.Add(was, match);
        }

        return pairs;
    }

    private static bool IsSame(ApiParameter was, ApiParameter now) => was.Place == now.Place && was.Place != ApiParameterPlace.Path
        && (NameSimilarity.Of(was.Name, now.Name) >= NameSimilarity.Likely
            || (was.Description is { Length: > 0 } text && text == now.Description));
}
