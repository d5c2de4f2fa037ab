namespace Recoup.Contracts.Findings.Reports;

/// <summary>Describes what a change does to programs that use the generated C#.</summary>
internal static class SourceWords
{
    private const int MostMembers = 3;

    private const string Codes = "{codes}";

    /// <summary>A sentence for each kind of effect. Members with the same effect share a sentence.</summary>
    public static IEnumerable<string> Of(Finding finding)
    {
        var sources = finding.Parts.Select(part => part.Source).Append(finding.Source).OfType<SourceImpact>();
        var effects = sources.Select(source => (source.Member, Effect: Of(source)));
        foreach (var effect in effects.GroupBy(pair => pair.Effect.Text, StringComparer.Ordinal))
        {
            var members = effect.Select(pair => pair.Member).Distinct(StringComparer.Ordinal).ToList();
            var codes = string.Join(", ", effect.Select(pair => pair.Effect.Code).Distinct(StringComparer.Ordinal));
            yield return $"{Words.Names(members, MostMembers)}: {effect.Key.Replace(Codes, codes, StringComparison.Ordinal)}";
        }
    }

    private static (string Text, string Code) Of(SourceImpact source) => source switch
    {
        { Uses: { } uses } => ($"code that reads, sets or names it no longer compiles ({Codes})", uses),
        { NamedCalls: { } named } => ($"calls no longer compile ({Codes})", named),
        { ShortestCalls: { } shortest } => ($"calls that leave it out no longer compile ({Codes})", shortest),
        { PositionalCalls: { } positional } => ($"calls by position no longer compile ({Codes}); calls by name still do", positional),
        { MeansAnother: true } => ("calls by position compile but pass the value to another parameter; calls by name stay correct", ""),
        _ => ("calls still compile", ""),
    };
}
