namespace Recoup.Recordings;

/// <summary>
/// The credentials of one exchange. They are found in texts wherever they stand, in any case, plain or escaped: <c>%2B</c>, <c>\u002B</c>,
/// <c>&amp;#43;</c>, also twice.
/// </summary>
internal sealed class Credentials
{
    private const int Shortest = 4;
    private const int Layers = 3;

    private readonly string[] _secrets;

    private Credentials(string[] secrets) => _secrets = secrets;

    /// <summary>The credentials among some texts; null if there are none.</summary>
    public static Credentials? Of(IEnumerable<string?> texts)
    {
        var secrets = texts
            .Select(text => text?.Trim())
            .Where(text => text?.Length >= Shortest)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(text => text!.Length)
            .ToArray();
        return secrets.Length == 0 ? null : new Credentials(secrets!);
    }

    /// <summary>Whether a text may contain a credential: as it is, or escaped.</summary>
    public bool MayBeIn(string text) =>
        text.AsSpan().IndexOfAny('%', '\\', '&') >= 0
        || Base64Text.MayBeIn(text)
        || Array.Exists(_secrets, secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase));

    /// <summary>The credentials in a text, in their order and without overlaps.</summary>
    public IReadOnlyList<SensitiveSpan> Find(string text)
    {
        if (text.Length < Shortest || !MayBeIn(text))
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
        foreach (var secret in _secrets)
        {
            for (var at = text.IndexOf(secret, StringComparison.OrdinalIgnoreCase); at >= 0;
                at = text.IndexOf(secret, at + secret.Length, StringComparison.OrdinalIgnoreCase))
            {
                var (start, end) = places is null ? (at, at + secret.Length) : (places[at], places[at + secret.Length]);
                found.Add(new SensitiveSpan(start, end - start, SensitiveKind.Credential, (standIns, _) => standIns.Credential(secret)));
            }
        }
    }
}
