namespace Recoup.Contracts.Documents.Source;

/// <summary>Compares methods that both documents have, and the types that they refer to, each type once.</summary>
internal static class SourceComparison
{
    public static IEnumerable<SourceFinding> Compare(IReadOnlyList<(BoundMethod Before, BoundMethod After, SourceSite Site)> methods)
    {
        foreach (var (before, after, site) in methods)
        {
            foreach (var finding in MethodComparison.Compare(before, after, site))
                yield return new SourceFinding(before.Class.Name, finding);
        }

        var seen = new HashSet<(string Class, string Type)>();
        foreach (var (before, after, site) in methods.Where(method => method.Before.Class.Name == method.After.Class.Name))
        {
            // If the result type changed, its members are not compared.
            var types = DeclaredTypes.Of(before, MethodComparison.HasSameResult(before, after));
            var comparison = new DeclarationComparison(before.Class, after.Class);
            foreach (var finding in types.Where(type => seen.Add((before.Class.Name, type.Name)))
                .SelectMany(type => comparison.Compare(type, site)))
                yield return new SourceFinding(before.Class.Name, finding);
        }
    }
}
