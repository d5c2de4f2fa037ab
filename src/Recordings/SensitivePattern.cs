using System.Text.RegularExpressions;

namespace Recoup.Recordings;

/// <summary>Finds one kind of sensitive values in texts.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Pattern">
/// The pattern. It begins at a boundary and repeats nothing without a bound that could be tried at each character, so its time is linear.
/// If it has a group <c>v</c>, this group is replaced; otherwise, the whole match.
/// </param>
/// <param name="Needs">What a text without a match lacks. It is cheaper than the pattern, and most texts are short.</param>
internal sealed record SensitivePattern(string Kind, Regex Pattern, TextTraits Needs)
{
    /// <summary>The minimum length of a text with a match.</summary>
    public int Shortest { get; init; } = 6;

    /// <summary>Whether a match really is of the kind, for example because a checksum is right. The default is true.</summary>
    public Func<Match, bool> Accepts { get; init; } = static _ => true;

    /// <summary>Creates what replaces a value.</summary>
    public Func<StandIns, string, string> StandIn { get; init; } = static (standIns, value) => standIns.Characters(value);

    /// <summary>The values in a text, in their order; null if the pattern does not occur in it.</summary>
    public IEnumerable<SensitiveSpan>? Find(string text, TextTraits traits) =>
        text.Length >= Shortest && (traits & Needs) == Needs && Pattern.Match(text) is { Success: true } first ? From(first) : null;

    private IEnumerable<SensitiveSpan> From(Match match)
    {
        for (; match.Success; match = match.NextMatch())
        {
            Group value = match.Groups["v"] is { Success: true } group ? group : match;
            if (value.Length > 0 && Accepts(match))
                yield return new SensitiveSpan(value.Index, value.Length, Kind, StandIn);
        }
    }
}
