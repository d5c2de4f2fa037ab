namespace Recoup.Generators.Analyzers;

/// <summary>Slugs of actions and connectors.</summary>
internal sealed class KnownSlugs
{
    public HashSet<string> Actions { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Connectors { get; } = new(StringComparer.Ordinal);

    public void Add(KnownSlugs others)
    {
        Actions.UnionWith(others.Actions);
        Connectors.UnionWith(others.Connectors);
    }
}
