namespace Recoup.Schemas.Sampling;

/// <summary>Which alternative to take at each <c>anyOf</c>, <c>oneOf</c> and <c>if</c>: attempt after attempt, all combinations.</summary>
internal sealed class SampleChoices(int attempt, SampleRandom random)
{
    private int _rest = attempt;
    private SampleRandom _random = random;

    /// <summary>Whether all combinations were taken by earlier attempts.</summary>
    public bool IsExhausted => _rest > 0;

    public int Take(int count)
    {
        var first = _random.Next(count);
        var choice = (first + _rest % count) % count;
        _rest /= count;
        return choice;
    }
}
