using Recoup.Catalogs.Slugs;

namespace Recoup.Binding.Names;

/// <summary>The class that a connector becomes: its brand name, or its slug in Pascal case.</summary>
internal static class ConnectorClassName
{
    public static string Of(string connectorSlug) =>
        ToolkitTable.ClassNames.TryGetValue(connectorSlug.ToLowerInvariant(), out var name) ? name : Identifier.Pascal(connectorSlug);
}
