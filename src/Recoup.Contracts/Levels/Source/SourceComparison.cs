namespace Recoup.Contracts.Levels.Source;

/// <summary>Methods that both documents have -> what happened to them and to the types they lead to, each type once.</summary>
internal static class SourceComparison
{
    public static IEnumerable<Finding> Compare(IReadOnlyList<(BoundMethod Old, BoundMethod New, SourceSite Site)> methods)
    {
        foreach (var (old, @new, site) in methods)
        {
            foreach (var finding in MethodComparison.Compare(old, @new, site))
                yield return finding;
        }

        var seen = new HashSet<(string Class, string Type)>();
        foreach (var (old, @new, site) in methods.Where(method => method.Old.Class.Name == method.New.Class.Name))
        {
            // What a result led to goes with it.
            var types = DeclaredTypes.Of(old, MethodComparison.HasSameResult(old, @new));
            var comparison = new DeclarationComparison(old.Class, @new.Class);
            foreach (var finding in types.Where(name => seen.Add((old.Class.Name, name))).SelectMany(name => comparison.Compare(name, site)))
                yield return finding;
        }
    }
}
