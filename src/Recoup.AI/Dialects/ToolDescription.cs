using Recoup.Catalogs;

namespace Recoup.AI.Dialects;

/// <summary>The description of a tool: that of the action, and what its schema cannot say.</summary>
internal static class ToolDescription
{
    private const int MostRemarks = 3;

    public static string Of(CatalogAction action, IReadOnlyList<ProjectionLoss> losses)
    {
        var description = string.IsNullOrWhiteSpace(action.Description) ? $"Executes the action {action.Slug}." : action.Description;
        var remarks = losses.Where(loss => loss.Keyword is "anyOf" or "oneOf" && loss.Reason.StartsWith("Give", StringComparison.Ordinal))
            .Select(loss => loss.Reason)
            .ToList();
        if (losses.Count > remarks.Count)
        {
            var places = losses.Select(loss => loss.Pointer).Distinct(StringComparer.Ordinal).ToArray();
            var more = places.Length > MostRemarks ? FormattableString.Invariant($" and {places.Length - MostRemarks} more") : "";
            remarks.Add($"This schema accepts more than the action at {string.Join(", ", places.Take(MostRemarks))}{more}.");
        }

        return remarks.Count == 0 ? description : $"{description.TrimEnd()}\n{string.Join(' ', remarks)}";
    }
}
