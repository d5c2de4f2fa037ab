using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Recoup.Schemas.Platform;

namespace Recoup.Schemas.Patterns;

/// <summary>
/// A regular expression of ECMA-262. .NET runs it if it can do so in linear time, and <see cref="PatternMatcher"/> otherwise. Both are
/// prepared at the first match, because most patterns of large schemas are never used.
/// </summary>
internal sealed class EcmaPattern
{
    /// <summary>
    /// Longer patterns, and patterns with a longer translation, are not given to .NET. They hold large sets of characters, such as Unicode
    /// properties, for which .NET needs seconds to build an automaton.
    /// </summary>
    private const int LongestAutomaton = 1500;

    private const int CharactersPerBlock = 8;

    private readonly Lazy<Regex?> _automaton;
    private readonly Lazy<PatternProgram> _program;

    /// <summary>
    /// An automaton reads a block of characters in the time of one step. If it has too many states, it follows all places in the expression
    /// at once, so the price of a block grows with the expression.
    /// </summary>
    private readonly int _stepsPerBlock;

    private EcmaPattern(string text, PatternNode root, bool mayUseAutomaton)
    {
        Text = text;
        Root = root;
        _automaton = new Lazy<Regex?>(() => mayUseAutomaton ? CreateAutomaton() : null);
        _program = new Lazy<PatternProgram>(() => PatternCompiler.Compile(Root));
        _stepsPerBlock = 1 + (int)Math.Min(PatternNodes.Size(root) / 16, 64);
    }

    public string Text { get; }

    public PatternNode Root { get; }

    /// <param name="text">The expression.</param>
    /// <param name="mayUseAutomaton">Whether .NET may run it. Each automaton takes about 100 KB of memory.</param>
    /// <param name="pattern">The pattern if the method returns true.</param>
    /// <param name="problem">What is wrong with the expression if the method returns false.</param>
    public static bool TryParse(
        string text, bool mayUseAutomaton, [NotNullWhen(true)] out EcmaPattern? pattern, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            pattern = new EcmaPattern(text, PatternParser.Parse(text), mayUseAutomaton);
            problem = null;
            return true;
        }
        catch (PatternException exception)
        {
            pattern = null;
            problem = exception.Message;
            return false;
        }
    }

    /// <summary>Whether the pattern matches somewhere in the text. Null if that takes more steps than are left.</summary>
    public bool? IsMatch(ReadOnlySpan<char> text, ref int steps)
    {
        // .NET compares UTF-16, so half of a surrogate pair would match as two halves, not as a code point of its own.
        if (_automaton.Value is not { } automaton || HasLoneSurrogate(text))
            return PatternMatcher.IsMatch(_program.Value, text, ref steps);
        steps = (int)Math.Max(steps - 1 - (long)text.Length * _stepsPerBlock / CharactersPerBlock, -1);
        return steps < 0 ? null : AutomatonFactory.IsMatch(automaton, text);
    }

    private static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
                continue;
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
                return true;
            at++;
        }

        return false;
    }

    private Regex? CreateAutomaton()
    {
        if (!AutomatonFactory.IsSupported || Text.Length > LongestAutomaton || PatternNodes.NeedsBacktracking(Root))
            return null;
        var translated = PatternTranslator.Translate(Root);
        return translated.Length <= LongestAutomaton ? AutomatonFactory.TryCreate(translated) : null;
    }
}
