using System.Text;
using System.Text.RegularExpressions;

namespace Recoup.Recordings;

/// <summary>Finds and replaces what a text contains of secrets and personal data.</summary>
internal static class SensitiveText
{
    private static readonly List<SensitiveSpan> Nothing = [];

    // No pattern matches a shorter text.
    private const int Shortest = 4;

    /// <summary>Finds the sensitive parts of any text, apart from credentials.</summary>
    public static IReadOnlyList<SensitiveSpan> Find(string text) => Find(text, TextScope.All(credentials: null));

    /// <summary>Finds the sensitive parts of a text, in their order and without overlaps.</summary>
    public static IReadOnlyList<SensitiveSpan> Find(string text, TextScope scope)
    {
        if (text.Length < Shortest)
            return [];
        var found = Nothing;
        try
        {
            if (scope.Credentials?.Find(text) is { Count: > 0 } known)
                found = Merge(found, known);
            var traits = TextTraitsReader.Of(text, scope.Traits);
            foreach (var pattern in SensitivePatterns.All)
            {
                if (pattern.MayMatch(text, traits))
                    found = Merge(found, pattern.Find(text));
            }

            if ((traits & (TextTraits.At | TextTraits.Percent)) != 0)
                found = Merge(found, EmailAddresses.Find(text));
            return found;
        }
        catch (RegexMatchTimeoutException)
        {
            return [new SensitiveSpan(0, text.Length, SensitiveKind.Secret, static (standIns, value) => standIns.Characters(value))];
        }
    }

    /// <summary>The text with another one for each of its parts.</summary>
    public static string Replace(string text, IReadOnlyList<SensitiveSpan> spans, Func<SensitiveSpan, string, string> standIn)
    {
        var replaced = new StringBuilder(text.Length);
        var at = 0;
        foreach (var span in spans)
        {
            replaced.Append(text, at, span.Start - at).Append(standIn(span, text.Substring(span.Start, span.Length)));
            at = span.End;
        }

        return replaced.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The text with the kind in place of each sensitive part. It is equal for a text and for what was recorded of it.</summary>
    public static string Skeleton(string text, IReadOnlyList<SensitiveSpan> spans) =>
        Replace(text, spans, static (span, _) => $"<{span.Kind}>");

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
