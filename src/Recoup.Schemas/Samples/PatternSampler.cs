using System.Text;
using Recoup.Schemas.Patterns;

namespace Recoup.Schemas.Samples;

/// <summary>
/// Creates texts that match a regular expression, from its parsed form. Most lookarounds are ignored, because each sample is validated
/// afterwards.
/// </summary>
internal sealed class PatternSampler
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<int, (int Start, int Length)> _captures = [];
    private readonly Dictionary<CodePointSet, string> _choices = [];
    private readonly SampleBudget _budget;
    private readonly int _more;
    private readonly int _least;
    private readonly int _most;
    private SampleRandom _random;

    private PatternSampler(SampleRandom random, int more, int least, int most, SampleBudget budget)
    {
        _random = random;
        _more = more;
        _least = least;
        _most = most;
        _budget = budget;
    }

    private bool IsStopped => _text.Length > _most || _budget.IsExhausted;

    /// <param name="root">The expression.</param>
    /// <param name="random">Selects alternatives and characters.</param>
    /// <param name="attempt">Later attempts repeat more.</param>
    /// <param name="least">The length to reach, if the expression allows it.</param>
    /// <param name="most">The length of the longest text.</param>
    /// <param name="budget">Counts the parts that are written.</param>
    /// <returns>A text, or null if it would be too long, or the budget is used up.</returns>
    public static string? Make(PatternNode root, SampleRandom random, int attempt, int least, int most, SampleBudget budget)
    {
        var sampler = new PatternSampler(random, attempt, least, most, budget);
        sampler.Write(root);
        if (sampler.IsStopped)
            return null;

        // Without an end anchor, any text can follow.
        if (!PatternNodes.Any(root, node => node is PatternNode.Anchor { Kind: AnchorKind.End }))
            sampler._text.Append('a', Math.Max(0, least - sampler._text.Length));
        return sampler._text.ToString();
    }

    private void Write(PatternNode node)
    {
        if (!_budget.Take(1))
            return;
        switch (node)
        {
            case PatternNode.Set set:
                WriteSet(set.Points);
                break;
            case PatternNode.Sequence sequence:
                for (var i = 0; i < sequence.Parts.Count && !IsStopped; i++)
                    Write(sequence.Parts[i]);
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
                _captures[capture.Number] = (start, _text.Length - start);
                break;
            case PatternNode.BackReference reference when _captures.TryGetValue(reference.Number, out var captured):
                _budget.Take(captured.Length);
                if (!IsStopped)
                    _text.Append(_text.ToString(captured.Start, captured.Length));
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
        for (long i = 0; !IsStopped && (i < wanted || i < repeat.Most && _text.Length < _least && _text.Length > start); i++)
        {
            var before = _text.Length;
            Write(repeat.Body);

            // A round that wrote nothing would write nothing again, or the rounds that are left can do without it.
            if (_text.Length == before && i >= repeat.Least)
                break;
        }
    }

    /// <summary>Prefers letters and digits, then other printable ASCII, then any code point of the set.</summary>
    private void WriteSet(CodePointSet points)
    {
        if (!_choices.TryGetValue(points, out var choices))
        {
            choices = Preferred.Select(preferred => string.Concat(preferred.Where(c => points.Contains(c))))
                .FirstOrDefault(found => found.Length > 0) ?? "";
            _choices.Add(points, choices);
        }

        if (choices.Length > 0)
        {
            _text.Append(choices[_random.Next(choices.Length)]);
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
