namespace Recoup.Schemas.Samples;

/// <summary>Selects an alternative at each <c>anyOf</c>, <c>oneOf</c> and <c>if</c>. Successive attempts cover all combinations.</summary>
internal sealed class SampleChoices(int attempt, SampleRandom random)
{
    private int _rest = attempt;
    private SampleRandom _random = random;

    /// <summary>Whether earlier attempts have covered all combinations.</summary>
    public bool IsExhausted => _rest > 0;

    public int Take(int count)
    {
        var first = _random.Next(count);
        var choice = (first + _rest % count) % count;
        _rest /= count;
        return choice;
    }
}
