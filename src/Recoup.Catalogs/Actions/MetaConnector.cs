namespace Recoup.Catalogs;

/// <summary>
/// The connector of the meta-actions (<c>COMPOSIO_*</c>). Every live catalog has them; they can create connections and run other actions.
/// </summary>
internal static class MetaConnector
{
    public const string Slug = "composio";
}
