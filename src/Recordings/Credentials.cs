namespace Recoup.Recordings;

/// <summary>
/// The credentials of one exchange. They are found in texts wherever they stand, in any case, plain or escaped: <c>%2B</c>, <c>\u002B</c>,
/// <c>&amp;#43;</c>, also twice.
/// </summary>
internal sealed class Credentials
{
    private const int Shortest = 4;
    private const int Layers = 3;
    private const string Mask = "***";

    private readonly (string Spelling, string Secret)[] _spellings;

    private Credentials((string Spelling, string Secret)[] spellings) => _spellings = spellings;

    /// <summary>The credentials among some texts; null if there are none.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="shortest">The length from which on a text is a credential. A recording would lose every text to a shorter one.</param>
    public static Credentials? Of(IEnumerable<string?> texts, int shortest = Shortest)
    {
        var spellings = texts
            .Select(text => text?.Trim())
            .OfType<string>()
            .SelectMany(secret => Spellings(secret).Select(spelling => (Spelling: spelling, Secret: secret)))
            .Where(spelled => spelled.Spelling.Length >= shortest)
            .DistinctBy(spelled => spelled.Spelling, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(spelled => spelled.Spelling.Length)
            .ToArray();
        return spellings.Length == 0 ? null : new Credentials(spellings);
    }

    /// <summary>The text with <c>***</c> in place of each credential.</summary>
    public string Hide(string text) => Find(text) is { Count: > 0 } found
        ? SensitiveText.Replace(text, found, static (_, _) => Mask)
        : text;

    /// <summary>Whether a text may contain a credential: as it is, or escaped.</summary>
    public bool MayBeIn(string text) =>
        text.AsSpan().IndexOfAny('%', '\\', '&') >= 0
        || Base64Text.MayBeIn(text)
        || Array.Exists(_spellings, spelled => text.Contains(spelled.Spelling, StringComparison.OrdinalIgnoreCase));

    /// <summary>The credentials in a text, in their order and without overlaps.</summary>
    public IReadOnlyList<SensitiveSpan> Find(string text)
    {
        if (text.Length < _spellings[^1].Spelling.Length || !MayBeIn(text))
            return [];
        var found = new List<SensitiveSpan>();
        Find(text, null, found);
        var (decoded, places) = (text, (int[]?)null);
        for (var layer = 0; layer < Layers && EscapedText.Decode(decoded, places) is { } next; layer++)
        {
            (decoded, places) = next;
            Find(decoded, places, found);
        }

        if (found.Count < 2)
            return found;
        found.Sort(static (one, other) => one.Start != other.Start ? one.Start.CompareTo(other.Start) : other.Length.CompareTo(one.Length));
        var (kept, end) = (new List<SensitiveSpan>(found.Count), 0);
        foreach (var span in found)
        {
            if (span.Start < end)
                continue;
            kept.Add(span);
            end = span.End;
        }

        return kept;
    }

    private void Find(string text, int[]? places, List<SensitiveSpan> found)
    {
        foreach (var (spelling, secret) in _spellings)
        {
            for (var at = text.IndexOf(spelling, StringComparison.OrdinalIgnoreCase); at >= 0;
                at = text.IndexOf(spelling, at + spelling.Length, StringComparison.OrdinalIgnoreCase))
            {
                var (start, end) = places is null ? (at, at + spelling.Length) : (places[at], places[at + spelling.Length]);
                found.Add(new SensitiveSpan(start, end - start, SensitiveKind.Credential, (standIns, _) => standIns.Credential(secret)));
            }
        }
    }

    // A secret may look escaped itself, for example "a%2Bb/c". Where its slash is escaped too, both are decoded at once.
    private static IEnumerable<string> Spellings(string secret)
    {
        yield return secret;
        for (var layer = 0; layer < Layers && EscapedText.Decode(secret, null) is { } decoded; layer++)
            yield return secret = decoded.Text;
    }
}
