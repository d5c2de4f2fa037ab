namespace Recoup.Schemas.Samples;

/// <summary>
/// Random numbers that depend only on the seed and a place in the instance, so that a change elsewhere in the schema does not affect them.
/// The algorithm is SplitMix64, which gives the same numbers on every machine.
/// </summary>
internal struct SampleRandom
{
    private ulong _state;

    public SampleRandom(int seed, string path, int attempt)
    {
        _state = ((ulong)(uint)seed << 32) + (ulong)attempt + 0x9E3779B97F4A7C15UL;
        foreach (var c in path)
            _state = (_state ^ c) * 0x100000001B3UL;
    }

    /// <summary>A number from 0 up to, but not including, a bound.</summary>
    public int Next(int bound) => bound <= 1 ? 0 : (int)(NextWord() % (ulong)bound);

    private ulong NextWord()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var word = _state;
        word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9UL;
        word = (word ^ (word >> 27)) * 0x94D049BB133111EBUL;
        return word ^ (word >> 31);
    }
}
