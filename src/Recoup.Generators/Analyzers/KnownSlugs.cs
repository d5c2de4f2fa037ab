namespace Recoup.Generators.Analyzers;

/// <summary>Slugs of actions and connectors.</summary>
internal sealed class KnownSlugs
{
    public HashSet<string> Actions { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Connectors { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds an action.</summary>
    /// <param name="slug">Its slug.</param>
    /// <param name="connector">The slug of its connector; empty if it has none.</param>
    public void Add(string slug, string connector)
    {
        Actions.Add(slug);
        if (connector.Length > 0)
            Connectors.Add(connector);
    }

    public void Add(KnownSlugs others)
    {
        Actions.UnionWith(others.Actions);
        Connectors.UnionWith(others.Connectors);
    }
}
