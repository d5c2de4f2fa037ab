namespace Recoup.Emulator.Core.Catalog;

/// <summary>The connector of the meta-actions, which run other actions.</summary>
internal static class MetaConnector
{
    public const string Slug = "composio";
}
