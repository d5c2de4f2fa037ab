namespace Recoup.Schemas.Patterns;

/// <summary>
/// Compiles a parsed expression. The size of the result is linear in the length of the expression, because loops count their rounds.
/// </summary>
internal sealed class PatternCompiler
{
    /// <summary>A group has three registers: where it was entered, and the two ends of what it captured last.</summary>
    private const int RegistersOfGroup = 3;

    private readonly List<PatternInstruction> _code = [];
    private readonly bool _captures;
    private int _registers;

    private PatternCompiler(bool captures, int groups)
    {
        _captures = captures;
        _registers = captures ? (groups + 1) * RegistersOfGroup : 0;
    }

    public static PatternProgram Compile(PatternNode root)
    {
        var captures = PatternNodes.Any(root, node => node is PatternNode.BackReference);
        var compiler = new PatternCompiler(captures, captures ? PatternNodes.Groups(root).Last : 0);
        compiler.Add(root, backward: false);
        compiler.Emit(PatternOperation.Match);
        return new PatternProgram([.. compiler._code], compiler._registers, PatternNodes.IsAnchored(root));
    }

    private void Add(PatternNode node, bool backward)
    {
        switch (node)
        {
            case PatternNode.Set set:
                Emit(new PatternInstruction(PatternOperation.Set) { Set = set.Points, IsBackward = backward });
                break;
            case PatternNode.Sequence sequence:
                foreach (var part in backward ? sequence.Parts.Reverse() : sequence.Parts)
                    Add(part, backward);
                break;
            case PatternNode.Alternation alternation:
                AddAlternation(alternation, backward);
                break;
            case PatternNode.Repeat repeat:
                AddRepeat(repeat, backward);
                break;
            case PatternNode.Capture capture:
                AddCapture(capture, backward);
                break;
            case PatternNode.Look look:
                AddLook(look);
                break;
            case PatternNode.BackReference reference:
                Emit(new PatternInstruction(PatternOperation.BackReference)
                {
                    Register = reference.Number * RegistersOfGroup,
                    IsBackward = backward,
                });
                break;
            case PatternNode.Anchor anchor:
                Emit(anchor.Kind switch
                {
                    AnchorKind.Start => PatternOperation.Start,
                    AnchorKind.End => PatternOperation.End,
                    AnchorKind.WordBoundary => PatternOperation.WordBoundary,
                    _ => PatternOperation.NotWordBoundary,
                });
                break;
        }
    }

    private void AddAlternation(PatternNode.Alternation alternation, bool backward)
    {
        var ends = new List<PatternInstruction>();
        for (var i = 0; i < alternation.Branches.Count; i++)
        {
            var isLast = i == alternation.Branches.Count - 1;
            var branch = isLast ? null : Emit(new PatternInstruction(PatternOperation.Branch) { First = _code.Count + 1 });
            Add(alternation.Branches[i], backward);
            if (branch is null)
                continue;
            ends.Add(Emit(PatternOperation.Jump));
            branch.Second = _code.Count;
        }

        foreach (var end in ends)
            end.Target = _code.Count;
    }

    private void AddRepeat(PatternNode.Repeat repeat, bool backward)
    {
        // A body that can match nothing, wherever it stands, matches nothing as often as needed.
        var least = PatternNodes.IsOptional(repeat.Body, _captures) ? 0 : repeat.Least;
        if (repeat.Most == 0)
            return;
        if (Unwrap(repeat.Body) is PatternNode.Set set)
            AddRun(set, least, repeat, backward);
        else if (least == 1 && repeat.Most == 1)
            Add(repeat.Body, backward);
        else if (least == 0 && repeat.Most == 1)
            AddOption(repeat, backward);
        else
            AddLoop(repeat, least, backward);
    }

    private PatternNode Unwrap(PatternNode node) => node switch
    {
        PatternNode.Sequence { Parts.Count: 1 } sequence => Unwrap(sequence.Parts[0]),
        PatternNode.Capture capture when !_captures => Unwrap(capture.Body),
        _ => node,
    };

    private void AddRun(PatternNode.Set set, int least, PatternNode.Repeat repeat, bool backward)
    {
        var run = new PatternInstruction(repeat.IsLazy ? PatternOperation.LazyRun : PatternOperation.Run)
        {
            Set = set.Points,
            First = least,
            Second = repeat.Most,
            IsBackward = backward,
        };
        Emit(run);
        Emit(run with { Operation = repeat.IsLazy ? PatternOperation.LazyRunMore : PatternOperation.RunBack });
    }

    private void AddOption(PatternNode.Repeat repeat, bool backward)
    {
        var at = _code.Count;
        Emit(PatternOperation.Fail);
        Add(repeat.Body, backward);
        var (body, after) = (at + 1, _code.Count);
        _code[at] = new PatternInstruction(PatternOperation.Branch)
        {
            First = repeat.IsLazy ? after : body,
            Second = repeat.IsLazy ? body : after,
        };
    }

    private void AddLoop(PatternNode.Repeat repeat, int least, bool backward)
    {
        // The register after the counter has the place where the round began.
        var counter = _registers;
        _registers += 2;
        var groups = _captures ? PatternNodes.Groups(repeat.Body) : default;
        Emit(new PatternInstruction(PatternOperation.LoopStart) { Register = counter });
        var start = _code.Count;
        var test = Emit(new PatternInstruction(repeat.IsLazy ? PatternOperation.LazyLoopTest : PatternOperation.LoopTest)
        {
            Register = counter,
            First = least,
            Second = repeat.Most,
        });
        Emit(new PatternInstruction(PatternOperation.LoopRound)
        {
            Register = counter,
            First = groups.First * RegistersOfGroup,
            Second = groups.First == 0 ? 0 : (groups.Last + 1) * RegistersOfGroup,
        });
        Add(repeat.Body, backward);
        Emit(new PatternInstruction(PatternOperation.LoopEnd) { Register = counter, First = least, Target = start });
        test.Target = _code.Count;
    }

    private void AddCapture(PatternNode.Capture capture, bool backward)
    {
        if (!_captures)
        {
            Add(capture.Body, backward);
            return;
        }

        var register = capture.Number * RegistersOfGroup;
        Emit(new PatternInstruction(PatternOperation.CaptureStart) { Register = register });
        Add(capture.Body, backward);
        Emit(new PatternInstruction(PatternOperation.CaptureEnd) { Register = register });
    }

    private void AddLook(PatternNode.Look look)
    {
        // The registers have the height of the stack and the place in the text before the lookaround.
        var register = _registers;
        _registers += 2;
        var begin = Emit(new PatternInstruction(look.IsNegative ? PatternOperation.NegativeLook : PatternOperation.Look)
        {
            Register = register,
        });
        Add(look.Body, backward: !look.IsAhead);
        Emit(new PatternInstruction(look.IsNegative ? PatternOperation.NegativeLookEnd : PatternOperation.LookEnd)
        {
            Register = register,
        });
        begin.Target = _code.Count;
    }

    private PatternInstruction Emit(PatternOperation operation) => Emit(new PatternInstruction(operation));

    private PatternInstruction Emit(PatternInstruction instruction)
    {
        _code.Add(instruction);
        return instruction;
    }
}
