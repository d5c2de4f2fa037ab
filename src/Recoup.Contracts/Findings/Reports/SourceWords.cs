namespace Recoup.Contracts.Findings.Reports;

/// <summary>Describes what a change does to programs that use the generated C#.</summary>
internal static class SourceWords
{
    private const int MostMembers = 3;

    /// <summary>A sentence for each kind of effect. Members with the same effect share a sentence.</summary>
    public static IEnumerable<string> Of(Finding finding)
    {
        var effects = finding.Parts.Select(part => part.Source).Append(finding.Source).OfType<SourceImpact>();
        foreach (var effect in effects.GroupBy(Of, StringComparer.Ordinal))
        {
            var members = effect.Select(source => source.Member).Distinct(StringComparer.Ordinal).ToList();
            yield return $"{Words.Names(members, MostMembers)}: {effect.Key}";
        }
    }

    private static string Of(SourceImpact source) => source switch
    {
        { Uses: { } uses } => $"code that reads, sets or names it no longer compiles ({uses})",
        { NamedCalls: { } named } => $"calls no longer compile ({named})",
        { ShortestCalls: { } shortest } => $"calls that leave it out no longer compile ({shortest})",
        { PositionalCalls: { } positional } => $"calls by position no longer compile ({positional}); calls by name still do",
        { MeansAnother: true } => "calls by position compile but pass the value to another parameter; calls by name stay correct",
        _ => "calls still compile",
    };
}
