using Recoup.Catalogs;

namespace Recoup.AI.Dialects;

/// <summary>The description of a tool: that of the action, and what its schema cannot say.</summary>
internal static class ToolDescription
{
    private const int MostRemarks = 3;

    public static string Of(CatalogAction action, IReadOnlyList<ProjectionLoss> losses)
    {
        var description = string.IsNullOrWhiteSpace(action.Description) ? $"Executes the action {action.Slug}." : action.Description;
        var remarks = losses.Select(loss => loss.Advice).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var places = losses.Where(loss => loss.Advice is null).Select(loss => loss.Pointer).Distinct(StringComparer.Ordinal).ToArray();
        if (places.Length > 0)
        {
            var more = places.Length > MostRemarks ? FormattableString.Invariant($" and {places.Length - MostRemarks} more") : "";
            remarks.Add($"This schema accepts more than the action at {string.Join(", ", places.Take(MostRemarks))}{more}.");
        }

        return remarks.Count == 0 ? description : $"{description.TrimEnd()}\n{string.Join(' ', remarks)}";
    }
}
