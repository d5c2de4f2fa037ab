using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Recoup.Recordings;

/// <summary>Finds and replaces what a text contains of secrets and personal data.</summary>
internal static class SensitiveText
{
    private static readonly List<SensitiveSpan> Nothing = [];

    // No pattern matches a shorter text.
    private const int Shortest = 4;

    // A text may be escaped twice, for example a URL in HTML.
    private const int Layers = 3;

    private const TextTraits AllTraits = (TextTraits)~0;

    /// <summary>Finds the sensitive parts of any text, apart from credentials.</summary>
    public static IReadOnlyList<SensitiveSpan> Find(string text) => Find(text, TextScope.All(credentials: null));

    /// <summary>Finds the sensitive parts of a text, in their order and without overlaps.</summary>
    public static IReadOnlyList<SensitiveSpan> Find(string text, TextScope scope)
    {
        if (text.Length < Shortest || ValueFormat.IsTime(text))
            return [];
        try
        {
            var traits = TextTraitsReader.Of(text, scope.Traits);
            var found = FindIn(text, traits);
            if (scope.Credentials is { } credentials)
                found = Merge([.. credentials.Find(text)], found);
            if ((traits & TextTraits.Escape) != 0)
                found = FindBehindEscapes(text, found);
            return (traits & TextTraits.Run) == 0 ? found : FindEncoded(text, scope.Credentials, found);
        }
        catch (RegexMatchTimeoutException)
        {
            return [new SensitiveSpan(0, text.Length, SensitiveKind.Secret, static (standIns, value) => standIns.Characters(value))];
        }
    }

    /// <summary>Finds what a text contains as it is.</summary>
    private static List<SensitiveSpan> FindIn(string text, TextTraits traits)
    {
        if ((traits & TextTraits.NotAscii) != 0 && text.Any(IsForeignDigit))
            traits = TextTraitsReader.Of(text = WithAsciiDigits(text), AllTraits);
        var found = Nothing;
        foreach (var pattern in SensitivePatterns.All)
        {
            if (pattern.Find(text, traits) is { } spans)
                found = Merge(found, spans);
        }

        return (traits & TextTraits.At) != 0 ? Merge(found, EmailAddresses.Find(text)) : found;
    }

    private static List<SensitiveSpan> FindBehindEscapes(string text, List<SensitiveSpan> found)
    {
        var (decoded, places) = (text, (int[]?)null);
        for (var layer = 0; layer < Layers && EscapedText.Decode(decoded, places) is { } next; layer++)
        {
            (decoded, places) = next;
            found = Merge(found, FindIn(decoded, TextTraitsReader.Of(decoded, AllTraits)).Select(span => Outside(span, decoded, places)));
        }

        return found;
    }

    private static List<SensitiveSpan> FindEncoded(string text, Credentials? credentials, List<SensitiveSpan> found) =>
        Merge(found, Base64Text.Find(text, decoded =>
        {
            var inside = FindIn(decoded, TextTraitsReader.Of(decoded, AllTraits));
            return credentials is null ? inside : Merge([.. credentials.Find(decoded)], inside);
        }));

    /// <summary>The place of a part in the text with its escapes.</summary>
    private static SensitiveSpan Outside(SensitiveSpan span, string decoded, int[] places)
    {
        var value = WithAsciiDigits(decoded.Substring(span.Start, span.Length));
        return new(places[span.Start], places[span.End] - places[span.Start], span.Kind,
            (standIns, escaped) => EscapedText.EncodeLike(escaped, span.StandIn(standIns, value)));
    }

    /// <summary>The text with the digits of other scripts as those of ASCII, so that a phone number is one in any script.</summary>
    private static string WithAsciiDigits(string text) => Ascii.IsValid(text) || !text.Any(IsForeignDigit)
        ? text
        : string.Create(text.Length, text, static (characters, text) =>
        {
            for (var i = 0; i < characters.Length; i++)
                characters[i] = IsForeignDigit(text[i]) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(text[i])) : text[i];
        });

    private static bool IsForeignDigit(char character) => character > '9' && char.IsDigit(character);

    /// <summary>The text with another one for each of its parts.</summary>
    public static string Replace(string text, IReadOnlyList<SensitiveSpan> spans, Func<SensitiveSpan, string, string> standIn)
    {
        var replaced = new StringBuilder(text.Length);
        var at = 0;
        foreach (var span in spans)
        {
            replaced.Append(text, at, span.Start - at).Append(standIn(span, WithAsciiDigits(text.Substring(span.Start, span.Length))));
            at = span.End;
        }

        return replaced.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>
    /// The text with the kind in place of each sensitive part. It is equal for a text and for what was recorded of it. Parts without a gap
    /// are one part, because a stand-in may be found as a whole.
    /// </summary>
    public static string Skeleton(string text, IReadOnlyList<SensitiveSpan> spans)
    {
        var joined = new List<SensitiveSpan>(spans.Count);
        foreach (var span in spans)
        {
            if (joined.Count > 0 && joined[^1].End == span.Start)
                joined[^1] = span with { Start = joined[^1].Start, Length = span.End - joined[^1].Start, Kind = SensitiveKind.Secret };
            else
                joined.Add(span);
        }

        return Replace(text, joined, static (span, _) => $"<{span.Kind}>");
    }

    /// <summary>
    /// Adds what a further pattern found. Values may overlap, for example a card and a phone number: the first pattern decides, but nothing
    /// that a pattern found stays uncovered. Both lists are in order, so this takes one pass.
    /// </summary>
    private static List<SensitiveSpan> Merge(List<SensitiveSpan> found, IEnumerable<SensitiveSpan> further)
    {
        List<SensitiveSpan>? merged = null;
        var next = 0;
        foreach (var span in further)
        {
            merged ??= new(found.Count + 1);
            var at = Math.Max(span.Start, merged.Count > 0 ? merged[^1].End : 0);
            for (; next < found.Count && found[next].Start < span.End; next++)
            {
                if (found[next].Start > at)
                    merged.Add(Part(span, at, found[next].Start));
                merged.Add(found[next]);
                at = Math.Max(at, found[next].End);
            }

            if (at < span.End)
                merged.Add(Part(span, at, span.End));
        }

        if (merged is null)
            return found;
        merged.AddRange(found.Skip(next));
        return merged;
    }

    private static SensitiveSpan Part(SensitiveSpan span, int start, int end) => start == span.Start && end == span.End
        ? span
        : new(start, end - start, span.Kind, static (standIns, value) => standIns.Characters(value));
}
