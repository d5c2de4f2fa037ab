namespace Recoup.Catalogs;

/// <summary>
/// The connectors that the platform enables and lists (D24), whether or not a catalog has actions of them: a pulled catalog has only those
/// of connected accounts.
/// </summary>
internal static class PlatformConnectors
{
    /// <summary>The slugs, in the order of the platform's list.</summary>
    public static IReadOnlyList<string> Slugs { get; } =
        ["googlesheets", "googledrive", "googledocs", "tiktok", "instagram", "youtube", "twitter", "linkedin"];
}
