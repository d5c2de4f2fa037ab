using System.Buffers;

namespace Recoup.Schemas.Validation;

/// <summary>
/// A stack of bit sets in a rented array. A set holds the evaluated properties (by ordinal) or items (by index) of an instance. If an
/// applicator can fail without failing its schema, it uses a separate set, which is merged into the outer set only if the applicator
/// succeeds.
/// </summary>
internal struct EvaluatedMarks
{
    private ulong[]? _words;
    private int _start;
    private int _length;
    private int _top;

    /// <summary>Whether marks on the current instance are needed.</summary>
    public bool On;

    /// <summary>Starts an empty set for an instance with the given number of properties or items.</summary>
    public Frame Begin(int count)
    {
        var outer = new Frame(Began: true, On, _start, _length);
        var length = (count + 63) / 64;
        if (_words is null || _words.Length < _top + length)
        {
            var larger = ArrayPool<ulong>.Shared.Rent(Math.Max(64, (_top + length) * 2));
            if (_words is not null)
            {
                _words.AsSpan(0, _top).CopyTo(larger);
                ArrayPool<ulong>.Shared.Return(_words);
            }

            _words = larger;
        }

        _words.AsSpan(_top, length).Clear();
        _start = _top;
        _length = length;
        _top += length;
        On = true;
        return outer;
    }

    /// <summary>Starts an empty set for the same instance if marks are needed.</summary>
    public Frame Fork() => On ? Begin(_length * 64) : default;

    /// <summary>Ends the current set and returns to the outer set, with or without merging.</summary>
    public void End(Frame outer, bool merge)
    {
        if (!outer.Began)
            return;
        if (merge && outer.On)
        {
            for (var i = 0; i < outer.Length; i++)
                _words![outer.Start + i] |= _words[_start + i];
        }

        _top = _start;
        On = outer.On;
        _start = outer.Start;
        _length = outer.Length;
    }

    public readonly void Mark(int index) => _words![_start + (index >> 6)] |= 1UL << (index & 63);

    public readonly bool IsMarked(int index) => (_words![_start + (index >> 6)] >> (index & 63) & 1) != 0;

    public readonly void Dispose()
    {
        if (_words is not null)
            ArrayPool<ulong>.Shared.Return(_words);
    }

    internal readonly record struct Frame(bool Began, bool On, int Start, int Length);
}
