using System.Globalization;
using System.Text;

namespace Recoup.Schemas.Patterns;

/// <summary>
/// Translates a parsed expression into one for .NET that matches the same texts. Texts with half of a surrogate pair are excepted, because
/// .NET matches UTF-16.
/// </summary>
internal sealed class PatternTranslator
{
    private const string WordCharacter = "[0-9A-Z_a-z]";

    private readonly StringBuilder _text = new();
    private readonly bool _captures;

    private PatternTranslator(bool captures) => _captures = captures;

    /// <exception cref="PatternException">.NET has no equivalent.</exception>
    public static string Translate(PatternNode node)
    {
        var referred = new HashSet<int>();
        PatternNodes.ForEach(node, part =>
        {
            if (part is PatternNode.BackReference reference)
                referred.Add(reference.Number);
        });

        // ECMA-262 forgets the groups inside a loop at the start of each round. .NET keeps them.
        if (PatternNodes.Any(node, part => part is PatternNode.Repeat { Most: > 1 } repeat
            && PatternNodes.Any(repeat.Body, inner => inner is PatternNode.Capture capture && referred.Contains(capture.Number))))
            throw new PatternException(0, "expected no reference to a group inside a loop");

        var translator = new PatternTranslator(referred.Count > 0);
        translator.Write(node);
        return translator._text.ToString();
    }

    private void Write(PatternNode node)
    {
        switch (node)
        {
            case PatternNode.Set set:
                WriteSet(set.Points);
                break;
            case PatternNode.Sequence sequence:
                foreach (var part in sequence.Parts)
                    WriteGrouped(part, part is PatternNode.Alternation);
                break;
            case PatternNode.Alternation alternation:
                for (var i = 0; i < alternation.Branches.Count; i++)
                {
                    if (i > 0)
                        _text.Append('|');
                    Write(alternation.Branches[i]);
                }

                break;
            case PatternNode.Repeat repeat:
                WriteGrouped(repeat.Body, true);
                WriteQuantifier(repeat);
                break;
            case PatternNode.Capture capture:
                _text.Append(_captures ? $"(?<g{Number(capture.Number)}>" : "(?:");
                Write(capture.Body);
                _text.Append(')');
                break;
            case PatternNode.Look look:
                _text.Append("(?").Append(look.IsAhead ? "" : "<").Append(look.IsNegative ? '!' : '=');
                Write(look.Body);
                _text.Append(')');
                break;
            case PatternNode.BackReference reference:
                // In ECMA-262, a reference to a group that did not participate matches the empty string. In .NET it fails.
                _text.Append($"(?(g{Number(reference.Number)})\\k<g{Number(reference.Number)}>)");
                break;
            case PatternNode.Anchor anchor:
                WriteAnchor(anchor.Kind);
                break;
        }
    }

    private void WriteGrouped(PatternNode node, bool group)
    {
        if (group && node is not (PatternNode.Set or PatternNode.Capture))
        {
            _text.Append("(?:");
            Write(node);
            _text.Append(')');
        }
        else
        {
            Write(node);
        }
    }

    private void WriteQuantifier(PatternNode.Repeat repeat)
    {
        _text.Append((repeat.Least, repeat.Most) switch
        {
            (0, int.MaxValue) => "*",
            (1, int.MaxValue) => "+",
            (0, 1) => "?",
            (var least, int.MaxValue) => $"{{{Number(least)},}}",
            var (least, most) when least == most => $"{{{Number(least)}}}",
            var (least, most) => $"{{{Number(least)},{Number(most)}}}",
        });
        if (repeat.IsLazy)
            _text.Append('?');
    }

    // In .NET, $ also matches before a final line feed, and \b includes non-ASCII letters.
    private void WriteAnchor(AnchorKind kind) => _text.Append(kind switch
    {
        AnchorKind.Start => @"\A",
        AnchorKind.End => @"\z",
        AnchorKind.WordBoundary => $"(?:(?<={WordCharacter})(?!{WordCharacter})|(?<!{WordCharacter})(?={WordCharacter}))",
        _ => $"(?:(?<={WordCharacter})(?={WordCharacter})|(?<!{WordCharacter})(?!{WordCharacter}))",
    });

    /// <summary>
    /// Writes a set so that it matches one whole code point. Code points above U+FFFF are written as surrogate pairs. Lone halves match
    /// nothing, so that a set never splits a pair.
    /// </summary>
    private void WriteSet(CodePointSet points)
    {
        if (points.Ranges is [var (only, last)] && only == last && only is < 0xD800 or (> 0xDFFF and <= 0xFFFF))
        {
            PatternCharacter.Append(_text, only);
            return;
        }

        var characters = new StringBuilder();
        var pairs = new List<string>();
        foreach (var (from, to) in points.Ranges)
        {
            AddRange(characters, from, Math.Min(to, 0xD7FF));
            AddRange(characters, Math.Max(from, 0xE000), Math.Min(to, 0xFFFF));
            if (to > 0xFFFF)
                SurrogatePairs.Add(pairs, Math.Max(from, 0x10000), to);
        }

        if (characters.Length == 0 && pairs.Count == 0)
            _text.Append(@"[^\s\S]");
        else if (pairs.Count == 0)
            _text.Append('[').Append(characters).Append(']');
        else if (characters.Length == 0)
            _text.Append("(?:").Append(string.Join("|", pairs)).Append(')');
        else
            _text.Append("(?:[").Append(characters).Append("]|").Append(string.Join("|", pairs)).Append(')');
    }

    private static void AddRange(StringBuilder text, int from, int to)
    {
        if (from > to)
            return;
        PatternCharacter.Append(text, from);
        if (to > from)
            PatternCharacter.Append(text.Append('-'), to);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
