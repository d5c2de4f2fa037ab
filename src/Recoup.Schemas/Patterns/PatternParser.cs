namespace Recoup.Schemas.Patterns;

/// <summary>
/// Parses the grammar of ECMA-262, section 22.2.1, in Unicode mode. Like browsers (annex B.1.2), it allows literal braces and brackets, and
/// escaped punctuation.
/// </summary>
internal sealed class PatternParser
{
    private const int Deepest = 128;

    /// <summary>A reference to a name refers to all groups of that name.</summary>
    private const int MostReferences = 100_000;


    private readonly string _text;
    private readonly Dictionary<string, List<int>> _numbers = new(StringComparer.Ordinal);

    /// <summary>
    /// The names of the groups so far, one set for each alternative around the current place. Groups of one name must be in different
    /// alternatives (ECMA-262, 2025, section 22.2.1.1), so that at most one of them takes part in a match.
    /// </summary>
    private readonly Stack<HashSet<string>> _names = new();
    private readonly int _groups;
    private int _at;
    private int _captures;
    private int _depth;
    private int _references;

    private PatternParser(string text)
    {
        _text = text;
        _groups = FindGroups(text);
    }

    private bool AtEnd => _at >= _text.Length;

    private char Current => _text[_at];

    public static PatternNode Parse(string text)
    {
        var parser = new PatternParser(text);
        var node = parser.ParseAlternation();
        return parser.AtEnd ? node : throw parser.Error("expected an opening parenthesis before this closing one");
    }

    private PatternNode ParseAlternation()
    {
        if (++_depth > Deepest)
            throw Error($"expected groups nested at most {Deepest} deep");
        var branches = new List<PatternNode>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        do
        {
            _names.Push(new HashSet<string>(StringComparer.Ordinal));
            branches.Add(ParseSequence());
            names.UnionWith(_names.Pop());
        }
        while (Take('|'));
        if (_names.Count > 0)
            _names.Peek().UnionWith(names);
        _depth--;
        return branches.Count == 1 ? branches[0] : new PatternNode.Alternation(branches);
    }

    private PatternNode.Sequence ParseSequence()
    {
        var parts = new List<PatternNode>();
        while (!AtEnd && Current is not ('|' or ')'))
            parts.Add(ParseQuantifier(ParseTerm()));
        return new PatternNode.Sequence(parts);
    }

    private PatternNode ParseTerm()
    {
        var start = _at;
        if (Take('^'))
            return new PatternNode.Anchor(AnchorKind.Start);
        if (Take('$'))
            return new PatternNode.Anchor(AnchorKind.End);
        if (Take('.'))
            return new PatternNode.Set(CodePointSet.Dot);
        if (Take('('))
            return ParseGroup();
        if (Take('['))
            return new PatternNode.Set(ParseClass());
        if (Take('\\'))
            return ParseEscape();
        if (Current is '*' or '+' or '?' || Current == '{' && IsBraces(out _, out _, out _))
            throw new PatternException(start, "expected something to repeat");
        return Literal(TakePoint());
    }

    private PatternNode ParseGroup()
    {
        if (!Take('?'))
            return ParseCapture();
        if (Take(':'))
            return Close(ParseAlternation());
        if (Take('='))
            return new PatternNode.Look(Close(ParseAlternation()), IsAhead: true, IsNegative: false);
        if (Take('!'))
            return new PatternNode.Look(Close(ParseAlternation()), IsAhead: true, IsNegative: true);
        if (Take("<="))
            return new PatternNode.Look(Close(ParseAlternation()), IsAhead: false, IsNegative: false);
        if (Take("<!"))
            return new PatternNode.Look(Close(ParseAlternation()), IsAhead: false, IsNegative: true);
        if (!Take('<'))
            throw Error("expected ?:, ?=, ?!, ?<=, ?<! or ?<name>");
        var start = _at;
        var name = TakeGroupName();
        if (_names.Any(names => names.Contains(name)))
            throw new PatternException(start, $"expected another name, because a group before it is named {name} too,");
        _names.Peek().Add(name);
        return ParseCapture();
    }

    private PatternNode.Capture ParseCapture()
    {
        var number = ++_captures;
        return new PatternNode.Capture(Close(ParseAlternation()), number);
    }

    private PatternNode Close(PatternNode node) => Take(')') ? node : throw Error("expected a closing parenthesis");

    private PatternNode ParseQuantifier(PatternNode body)
    {
        int least, most;
        if (AtEnd)
            return body;
        if (Take('*'))
            (least, most) = (0, int.MaxValue);
        else if (Take('+'))
            (least, most) = (1, int.MaxValue);
        else if (Take('?'))
            (least, most) = (0, 1);
        else if (Current == '{' && IsBraces(out least, out most, out var end))
            _at = end;
        else
            return body;

        if (least > most)
            throw Error("expected the numbers of a quantifier in order");
        if (body is PatternNode.Anchor or PatternNode.Look { IsAhead: false })
            throw Error("expected something to repeat");
        return new PatternNode.Repeat(body, least, most, Take('?'));
    }

    private bool IsBraces(out int least, out int most, out int end)
    {
        end = _at + 1;
        most = least = 0;
        if (!ReadNumber(ref end, out least))
            return false;
        most = least;
        if (end < _text.Length && _text[end] == ',')
        {
            end++;
            if (!ReadNumber(ref end, out most))
                most = int.MaxValue;
        }

        return end < _text.Length && _text[end++] == '}';
    }

    private bool ReadNumber(ref int at, out int number)
    {
        var value = 0L;
        var start = at;
        for (; at < _text.Length && _text[at] is >= '0' and <= '9'; at++)
            value = Math.Min(value * 10 + (_text[at] - '0'), int.MaxValue);
        number = (int)value;
        return at > start;
    }

    private PatternNode ParseEscape()
    {
        if (AtEnd)
            throw Error("expected a character after the backslash");
        if (Take('b'))
            return new PatternNode.Anchor(AnchorKind.WordBoundary);
        if (Take('B'))
            return new PatternNode.Anchor(AnchorKind.NotWordBoundary);
        if (Take('k'))
            return ParseNamedReference();
        if (Current is >= '1' and <= '9')
        {
            ReadNumber(ref _at, out var number);
            return number <= _groups ? new PatternNode.BackReference(number) : throw Error($"expected group {number} to exist");
        }

        return TryParseClassEscape() is { } set ? new PatternNode.Set(set) : Literal(ParseCharacterEscape(inClass: false));
    }

    private PatternNode ParseNamedReference()
    {
        if (!Take('<'))
            throw Error("expected \\k<name>");
        if (!_numbers.TryGetValue(TakeGroupName(), out var numbers))
            throw Error("expected a group of that name");
        if ((_references += numbers.Count) > MostReferences)
            throw Error($"expected at most {MostReferences} references from names to groups");

        // At most one group of a name has captured anything, and references to the others match nothing.
        return numbers.Count == 1
            ? new PatternNode.BackReference(numbers[0])
            : new PatternNode.Sequence([.. numbers.Select(number => new PatternNode.BackReference(number))]);
    }

    private string TakeGroupName()
    {
        var end = _text.IndexOf('>', _at);
        if (end <= _at || !_text.Substring(_at, end - _at).All(IsNameCharacter) || char.IsDigit(_text[_at]))
            throw Error("expected the name of a group and >");
        var name = _text.Substring(_at, end - _at);
        _at = end + 1;
        return name;
    }

    private CodePointSet? TryParseClassEscape()
    {
        if (Take('d'))
            return CodePointSet.Digits;
        if (Take('D'))
            return CodePointSet.Digits.Complement();
        if (Take('w'))
            return CodePointSet.Word;
        if (Take('W'))
            return CodePointSet.Word.Complement();
        if (Take('s'))
            return CodePointSet.Space;
        if (Take('S'))
            return CodePointSet.Space.Complement();
        if (Take('p'))
            return ParseProperty();
        return Take('P') ? ParseProperty().Complement() : null;
    }

    private CodePointSet ParseProperty()
    {
        var end = _text.IndexOf('}', _at);
        if (!Take('{') || end < 0)
            throw Error("expected the name of a Unicode property in braces");
        var name = _text.Substring(_at, end - _at);
        var set = UnicodePropertyTable.Find(name) ?? throw Error($"expected the name of a Unicode property, got {name},");
        _at = end + 1;
        return set;
    }

    private int ParseCharacterEscape(bool inClass)
    {
        var start = _at;
        var escape = TakePoint();
        switch (escape)
        {
            case 't':
                return 9;
            case 'n':
                return 10;
            case 'v':
                return 11;
            case 'f':
                return 12;
            case 'r':
                return 13;
            case 'b' when inClass:
                return 8;
            case '0' when AtEnd || Current is < '0' or > '9':
                return 0;
            case 'c' when !AtEnd && Current is >= 'a' and <= 'z' or >= 'A' and <= 'Z':
                return _text[_at++] & 0x1F;
            case 'x':
                return TakeHex(2);
            case 'u':
                return TakeUnicodeEscape();
            case >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9':
                throw new PatternException(start, $"expected a known escape, got \\{(char)escape},");
            default:
                return escape;
        }
    }

    private int TakeUnicodeEscape()
    {
        if (Take('{'))
        {
            var end = _text.IndexOf('}', _at);
            var point = end < 0 ? -1 : HexAt(_at, end - _at);
            if (point is < 0 or > CodePointSet.Last)
                throw Error("expected a code point in hexadecimal digits and }");
            _at = end + 1;
            return point;
        }

        var unit = TakeHex(4);
        if (unit is >= 0xD800 and <= 0xDBFF && _at + 6 <= _text.Length && _text[_at] == '\\' && _text[_at + 1] == 'u')
        {
            var before = _at;
            _at += 2;
            if (Current != '{' && TakeHex(4) is >= 0xDC00 and <= 0xDFFF and var low)
                return char.ConvertToUtf32((char)unit, (char)low);
            _at = before;
        }

        return unit;
    }

    private int TakeHex(int digits)
    {
        var value = HexAt(_at, digits);
        if (value < 0)
            throw Error($"expected {digits} hexadecimal digits");
        _at += digits;
        return value;
    }

    /// <summary>The value of hexadecimal digits, or -1 if they are invalid or exceed the largest code point.</summary>
    private int HexAt(int at, int digits)
    {
        if (digits == 0 || at + digits > _text.Length)
            return -1;
        var value = 0;
        for (var i = at; i < at + digits; i++)
        {
            if (!Uri.IsHexDigit(_text[i]) || value > CodePointSet.Last)
                return -1;
            value = (value << 4) + Uri.FromHex(_text[i]);
        }

        return value;
    }

    private CodePointSet ParseClass()
    {
        var negated = Take('^');
        var ranges = new List<(int From, int To)>();
        while (!Take(']'))
        {
            if (AtEnd)
                throw Error("expected a closing bracket");
            var from = ParseClassAtom(ranges);
            if (from < 0 || _at + 1 >= _text.Length || Current != '-' || _text[_at + 1] == ']')
            {
                if (from >= 0)
                    ranges.Add((from, from));
                continue;
            }

            _at++;
            var to = ParseClassAtom(ranges);
            if (to < 0)
                ranges.AddRange([(from, from), ('-', '-')]);
            else if (to < from)
                throw Error("expected the ends of a range in order");
            else
                ranges.Add((from, to));
        }

        var set = CodePointSet.Union(ranges);
        return negated ? set.Complement() : set;
    }

    /// <summary>One code point, or -1 for a class escape, whose ranges are added.</summary>
    private int ParseClassAtom(List<(int From, int To)> ranges)
    {
        if (!Take('\\'))
            return TakePoint();
        if (AtEnd)
            throw Error("expected a character after the backslash");
        if (TryParseClassEscape() is not { } set)
            return ParseCharacterEscape(inClass: true);
        ranges.AddRange(set.Ranges);
        return -1;
    }

    private int TakePoint()
    {
        if (char.IsHighSurrogate(Current) && _at + 1 < _text.Length && char.IsLowSurrogate(_text[_at + 1]))
        {
            _at += 2;
            return char.ConvertToUtf32(_text[_at - 2], _text[_at - 1]);
        }

        return _text[_at++];
    }

    private bool Take(char expected)
    {
        if (AtEnd || Current != expected)
            return false;
        _at++;
        return true;
    }

    private bool Take(string expected)
    {
        if (string.CompareOrdinal(_text, _at, expected, 0, expected.Length) != 0)
            return false;
        _at += expected.Length;
        return true;
    }

    private PatternException Error(string expected) => new(_at, expected);

    private static PatternNode.Set Literal(int point) => new(CodePointSet.Single(point));

    /// <summary>
    /// Finds the names of the capturing groups before the parse, because references can precede their group. Returns the number of groups.
    /// </summary>
    private int FindGroups(string text)
    {
        var groups = 0;
        var inClass = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (inClass || text[i] == '[')
            {
                inClass = text[i] != ']';
            }
            else if (text[i] == '(' && (i + 1 >= text.Length || text[i + 1] != '?'))
            {
                groups++;
            }
            else if (text[i] == '(' && i + 3 < text.Length && text[i + 2] == '<' && text[i + 3] is not ('=' or '!'))
            {
                groups++;
                var end = i + 3;
                while (end < text.Length && IsNameCharacter(text[end]))
                    end++;
                var name = text.Substring(i + 3, end - i - 3);
                if (!_numbers.TryGetValue(name, out var numbers))
                    _numbers.Add(name, numbers = []);
                numbers.Add(groups);
            }
        }

        return groups;
    }

    private static bool IsNameCharacter(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';
}
