namespace Recoup.Emulator.Core.Catalog;

/// <summary>The display names of connectors. The default is the slug with a capital letter.</summary>
internal static class ConnectorNames
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["github"] = "GitHub",
        ["googlecalendar"] = "Google Calendar",
        ["googledocs"] = "Google Docs",
        ["googledrive"] = "Google Drive",
        ["googlesheets"] = "Google Sheets",
        ["linkedin"] = "LinkedIn",
        ["tiktok"] = "TikTok",
        ["twitter"] = "X (Twitter)",
        ["youtube"] = "YouTube",
    };

    public static string Of(string slug) => Known.GetValueOrDefault(slug) ?? char.ToUpperInvariant(slug[0]) + slug[1..];
}
