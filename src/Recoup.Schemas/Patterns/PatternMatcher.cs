using System.Buffers;
using System.Runtime.InteropServices;

namespace Recoup.Schemas.Patterns;

/// <summary>
/// Runs a <see cref="PatternProgram"/> as ECMA-262, section 22.2.2, defines it: over code points, with backtracking. Every step is counted,
/// and the stack is bounded.
/// </summary>
internal ref struct PatternMatcher
{
    /// <summary>How many ways and old values the stack may have. More of them count as more steps than are left.</summary>
    private const int MostEntries = 1 << 21;
    private const int None = -1;

    private readonly ReadOnlySpan<char> _text;
    private readonly PatternInstruction[] _code;
    private readonly int[] _registers;
    private readonly int _registerCount;
    private Entry[] _stack;
    private int _height;
    private int _steps;

    private PatternMatcher(PatternProgram program, ReadOnlySpan<char> text, int steps)
    {
        _text = text;
        _code = program.Code;
        _registerCount = program.Registers;
        _registers = ArrayPool<int>.Shared.Rent(program.Registers);
        _stack = ArrayPool<Entry>.Shared.Rent(64);
        _height = 0;
        _steps = steps;
    }

    /// <summary>Whether the program matches somewhere in the text. Null if that takes more steps than are left.</summary>
    public static bool? IsMatch(PatternProgram program, ReadOnlySpan<char> text, ref int steps)
    {
        var matcher = new PatternMatcher(program, text, steps);
        var matches = matcher.Search(program.IsAnchored);
        steps = matcher._steps;
        ArrayPool<int>.Shared.Return(matcher._registers);
        ArrayPool<Entry>.Shared.Return(matcher._stack);
        return steps < 0 ? null : matches;
    }

    private bool Search(bool isAnchored)
    {
        for (var start = 0; ; TryRead(false, ref start, out _))
        {
            _height = 0;
            _steps -= _registerCount / 8;
            _registers.AsSpan(0, _registerCount).Fill(None);
            if (Run(start))
                return true;
            if (_steps < 0 || isAnchored || start == _text.Length)
                return false;
        }
    }

    private bool Run(int at)
    {
        var next = 0;
        var extra = 0;
        while (--_steps >= 0)
        {
            var step = _code[next];
            switch (step.Operation)
            {
                case PatternOperation.Match:
                    return true;
                case PatternOperation.Branch:
                    Push(step.Second, at, 0);
                    next = step.First;
                    continue;
                case PatternOperation.Jump:
                    next = step.Target;
                    continue;
                case PatternOperation.LoopTest or PatternOperation.LazyLoopTest:
                    next = Decide(step, next + 1, at);
                    continue;
                case PatternOperation.LoopEnd when at != _registers[step.Register + 1] || _registers[step.Register] <= step.First:
                    next = step.Target;
                    continue;
                case PatternOperation.Run when TryTakeMany(step, next + 1, ref at):
                case PatternOperation.LazyRun when TryTakeFew(step, next + 1, ref at):
                    next += 2;
                    continue;
                case var _ when Advances(step, next, ref at, extra):
                    next++;
                    continue;
            }

            if (!TryBack(ref next, ref at, ref extra))
                return false;
        }

        return false;
    }

    /// <summary>Runs an instruction that is followed by the next one. False if this way does not match.</summary>
    private bool Advances(PatternInstruction step, int next, ref int at, int extra)
    {
        switch (step.Operation)
        {
            case PatternOperation.Set:
                return TryTake(step, ref at);
            case PatternOperation.RunBack:
                TryRead(!step.IsBackward, ref at, out _);
                PushAgain(next, at, extra);
                return true;
            case PatternOperation.LazyRunMore when TryTake(step, ref at):
                PushAgain(next, at, extra);
                return true;
            case PatternOperation.BackReference:
                return TryTakeAgain(step, ref at);
            case PatternOperation.Start or PatternOperation.End or PatternOperation.WordBoundary or PatternOperation.NotWordBoundary:
                return IsAt(step.Operation, at);
            case PatternOperation.LoopStart or PatternOperation.LoopRound or PatternOperation.CaptureStart or PatternOperation.CaptureEnd:
                Record(step, at);
                return true;
            case PatternOperation.Look or PatternOperation.NegativeLook:
                BeginLook(step, at);
                return true;
            case PatternOperation.LookEnd:
                at = _registers[step.Register + 1];
                DropWays(_registers[step.Register]);
                return true;
            case PatternOperation.NegativeLookEnd:
                Undo(_registers[step.Register]);
                return false;
            default:
                return false;
        }
    }

    private void BeginLook(PatternInstruction look, int at)
    {
        Set(look.Register, _height);
        Set(look.Register + 1, at);

        // If the body never matches, the way that remains fails, or continues after a negative lookaround.
        if (look.Operation == PatternOperation.NegativeLook)
            Push(look.Target, at, 0);
    }

    private void PushAgain(int next, int at, int extra)
    {
        if (extra > 0)
            Push(next, at, extra - 1);
    }

    private readonly bool TryTake(PatternInstruction step, ref int at) =>
        TryRead(step.IsBackward, ref at, out var point) && step.Set.Contains(point);

    private readonly bool IsAt(PatternOperation place, int at) => place switch
    {
        PatternOperation.Start => at == 0,
        PatternOperation.End => at == _text.Length,
        PatternOperation.WordBoundary => IsWord(at - 1) != IsWord(at),
        _ => IsWord(at - 1) == IsWord(at),
    };

    /// <summary>Records in registers where loops and groups begin and end.</summary>
    private void Record(PatternInstruction step, int at)
    {
        switch (step.Operation)
        {
            case PatternOperation.LoopStart:
                Set(step.Register, 0);
                break;
            case PatternOperation.LoopRound:
                BeginRound(step, at);
                break;
            case PatternOperation.CaptureStart:
                Set(step.Register, at);
                break;
            default:
                var entered = _registers[step.Register];
                Set(step.Register + 1, Math.Min(entered, at));
                Set(step.Register + 2, Math.Max(entered, at));
                break;
        }
    }

    /// <summary>Reads the code point after or before a place, and moves the place.</summary>
    private readonly bool TryRead(bool backward, ref int at, out int point)
    {
        point = None;
        if (backward ? at == 0 : at >= _text.Length)
            return false;
        if (backward)
        {
            point = _text[--at];
            if (at > 0 && char.IsLowSurrogate(_text[at]) && char.IsHighSurrogate(_text[at - 1]))
                point = char.ConvertToUtf32(_text[--at], (char)point);
        }
        else
        {
            point = _text[at++];
            if (at < _text.Length && char.IsHighSurrogate((char)point) && char.IsLowSurrogate(_text[at]))
                point = char.ConvertToUtf32((char)point, _text[at++]);
        }

        return true;
    }

    private readonly bool IsWord(int at) => at >= 0 && at < _text.Length && CodePointSet.Word.Contains(_text[at]);

    private bool TryTakeMany(PatternInstruction run, int back, ref int at)
    {
        var taken = Take(run, run.Second, ref at);
        if (taken > run.First)
            Push(back, at, taken - run.First - 1);
        return taken >= run.First;
    }

    private bool TryTakeFew(PatternInstruction run, int more, ref int at)
    {
        if (Take(run, run.First, ref at) < run.First)
            return false;
        if (run.Second > run.First)
            Push(more, at, run.Second - run.First - 1);
        return true;
    }

    private int Take(PatternInstruction run, int most, ref int at)
    {
        var taken = 0;
        for (var place = at; taken < most && TryRead(run.IsBackward, ref place, out var point) && run.Set.Contains(point); taken++)
            at = place;
        _steps -= taken;
        return taken;
    }

    private bool TryTakeAgain(PatternInstruction reference, ref int at)
    {
        var start = _registers[reference.Register + 1];
        if (start < 0)
            return true;
        var length = _registers[reference.Register + 2] - start;
        var from = reference.IsBackward ? at - length : at;
        _steps -= length;
        if (from < 0 || from + length > _text.Length || !_text.Slice(from, length).SequenceEqual(_text.Slice(start, length)))
            return false;
        at = reference.IsBackward ? from : from + length;
        return true;
    }

    private int Decide(PatternInstruction test, int round, int at)
    {
        var count = _registers[test.Register];
        if (count < test.First)
            return round;
        if (count >= test.Second)
            return test.Target;
        var isLazy = test.Operation == PatternOperation.LazyLoopTest;
        Push(isLazy ? round : test.Target, at, 0);
        return isLazy ? test.Target : round;
    }

    private void BeginRound(PatternInstruction round, int at)
    {
        Set(round.Register, _registers[round.Register] + 1);
        Set(round.Register + 1, at);
        for (var register = round.First; register < round.Second; register++)
        {
            if (_registers[register] != None)
                Set(register, None);
        }

        _steps -= round.Second - round.First;
    }

    /// <summary>Sets a register so that going back restores it.</summary>
    private void Set(int register, int value)
    {
        Push(~register, _registers[register], 0);
        _registers[register] = value;
    }

    private void Push(int next, int at, int extra)
    {
        if (_height == _stack.Length)
        {
            if (_height >= MostEntries)
            {
                _steps = None;
                return;
            }

            var larger = ArrayPool<Entry>.Shared.Rent(_height * 2);
            _stack.CopyTo(larger, 0);
            ArrayPool<Entry>.Shared.Return(_stack);
            _stack = larger;
        }

        _stack[_height++] = new Entry(next, at, extra);
    }

    /// <summary>Returns to the last place with another way, and restores the registers.</summary>
    private bool TryBack(ref int next, ref int at, ref int extra)
    {
        while (_height > 0)
        {
            var entry = _stack[--_height];
            if (entry.Next >= 0)
            {
                (next, at, extra) = (entry.Next, entry.At, entry.Extra);
                return true;
            }

            _registers[~entry.Next] = entry.At;
        }

        return false;
    }

    /// <summary>Goes back to a height of the stack. The ways above it are dropped.</summary>
    private void Undo(int height)
    {
        while (_height > height)
        {
            var entry = _stack[--_height];
            if (entry.Next < 0)
                _registers[~entry.Next] = entry.At;
        }
    }

    /// <summary>Drops the ways above a height of the stack, but keeps what restores the registers.</summary>
    private void DropWays(int height)
    {
        var kept = height;
        for (var i = height; i < _height; i++)
        {
            if (_stack[i].Next < 0)
                _stack[kept++] = _stack[i];
        }

        _steps -= _height - height;
        _height = kept;
    }

    /// <summary>
    /// Another way: the instruction, the place, and how often a run can still change. If negative, a register and its old value.
    /// </summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(int Next, int At, int Extra);
}
