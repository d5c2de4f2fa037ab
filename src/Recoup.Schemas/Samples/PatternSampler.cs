using System.Text;
using Recoup.Schemas.Patterns;

namespace Recoup.Schemas.Samples;

/// <summary>
/// Creates texts that match a regular expression, from its parsed form. Most lookarounds are ignored, because each sample is validated
/// afterwards.
/// </summary>
internal sealed class PatternSampler
{
    private const int MostRepeats = 2_000;

    private readonly StringBuilder _text = new();
    private readonly Dictionary<int, string> _captures = [];
    private readonly int _more;
    private readonly int _least;
    private SampleRandom _random;

    private PatternSampler(SampleRandom random, int more, int least)
    {
        _random = random;
        _more = more;
        _least = least;
    }

    /// <param name="root">The expression.</param>
    /// <param name="random">Selects alternatives and characters.</param>
    /// <param name="attempt">Later attempts repeat more.</param>
    /// <param name="least">The length to reach, if the expression allows it.</param>
    public static string Make(PatternNode root, SampleRandom random, int attempt, int least)
    {
        var sampler = new PatternSampler(random, attempt, least);
        sampler.Write(root);

        // Without an end anchor, any text can follow.
        while (sampler._text.Length < least && !PatternNodes.Any(root, node => node is PatternNode.Anchor { Kind: AnchorKind.End }))
            sampler._text.Append('a');
        return sampler._text.ToString();
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
                    Write(part);
                break;
            case PatternNode.Alternation alternation:
                Write(alternation.Branches[_random.Next(alternation.Branches.Count)]);
                break;
            case PatternNode.Repeat repeat:
                WriteRepeat(repeat);
                break;
            case PatternNode.Capture capture:
                var start = _text.Length;
                Write(capture.Body);
                _captures[capture.Number] = _text.ToString(start, _text.Length - start);
                break;
            case PatternNode.BackReference reference when _captures.TryGetValue(reference.Number, out var captured):
                _text.Append(captured);
                break;
            case PatternNode.Look { IsAhead: true, IsNegative: false } look when _more % 2 == 1:
                // Every second attempt writes the lookahead's text.
                Write(look.Body);
                break;
        }
    }

    private void WriteRepeat(PatternNode.Repeat repeat)
    {
        var wanted = Math.Min(
            repeat.Most, Math.Max(repeat.Least, (long)repeat.Least + (repeat.Most > repeat.Least ? _random.Next(2 + _more) : 0)));
        var start = _text.Length;
        for (var i = 0; i < Math.Min(wanted, MostRepeats)
            || i < repeat.Most && i < MostRepeats && _text.Length < _least && _text.Length > start; i++)
            Write(repeat.Body);
    }

    /// <summary>Prefers letters and digits, then other printable ASCII, then any code point of the set.</summary>
    private void WriteSet(CodePointSet points)
    {
        foreach (var preferred in Preferred)
        {
            var count = preferred.Count(c => points.Contains(c));
            if (count == 0)
                continue;
            var index = _random.Next(count);
            _text.Append(preferred.Where(c => points.Contains(c)).ElementAt(index));
            return;
        }

        foreach (var (from, to) in points.Ranges)
        {
            if (from <= 0xD7FF || to > 0xDFFF)
            {
                _text.Append(char.ConvertFromUtf32(from is >= 0xD800 and <= 0xDFFF ? 0xE000 : from));
                return;
            }
        }
    }

    private static readonly string[] Preferred =
    [
        "abcdefghijklmnopqrstuvwxyz",
        "0123456789",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
    ];
}
