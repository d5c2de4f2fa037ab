namespace Recoup.Contracts.Rehearsals;

/// <summary>The slugs and connectors that a finding is about, and where a text names one of them.</summary>
internal static class FindingNames
{
    private const string Connectors = "/connectors/";

    /// <summary>The slugs of the actions that a finding is about.</summary>
    public static IEnumerable<string> Slugs(Finding finding) =>
        finding.Action is { } slug ? finding.Affected.Prepend(slug) : finding.Affected;

    /// <summary>The first place in a text that names what a finding is about; -1 if there is none.</summary>
    public static int PlaceIn(string text, Finding finding)
    {
        var places = Slugs(finding).Select(slug => PlaceOf(text, slug));
        if (finding.Pointer.StartsWith(Connectors, StringComparison.Ordinal))
        {
            // A connector has the name of a service, which any text may contain. The errors of the emulator quote it.
            var connector = finding.Pointer[Connectors.Length..].Split('/')[0];
            places = places.Append(text.IndexOf($"connector '{connector}'", StringComparison.OrdinalIgnoreCase));
        }

        return places.Where(place => place >= 0).DefaultIfEmpty(-1).Min();
    }

    // GITHUB_CREATE_ISSUE is not named by GITHUB_CREATE_ISSUE_COMMENT.
    private static int PlaceOf(string text, string slug)
    {
        for (var place = text.IndexOf(slug, StringComparison.Ordinal); place >= 0;
            place = text.IndexOf(slug, place + 1, StringComparison.Ordinal))
        {
            var end = place + slug.Length;
            if ((place == 0 || !IsPart(text[place - 1])) && (end == text.Length || !IsPart(text[end])))
                return place;
        }

        return -1;
    }

    private static bool IsPart(char character) => char.IsLetterOrDigit(character) || character == '_';
}
