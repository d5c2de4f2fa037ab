using System.Globalization;
using System.Text.RegularExpressions;
using Recoup.Binding.Types;

namespace Recoup.Generators.Analyzers.Checks;

/// <summary>
/// One check that generated code makes when a value is written, for values that are known at compile time. It refuses what the runtime
/// refuses, in the same words; a test compares the two.
/// </summary>
/// <param name="kind">The bound.</param>
/// <param name="operand">A number (<c>long</c> or <c>double</c>), a count (<c>int</c>) or a regular expression.</param>
/// <param name="pattern">The pattern as the schema spells it, if that differs from the regular expression.</param>
internal sealed class ValueCheck(ConstraintKind kind, object operand, string? pattern)
{
    // The analyzer runs while somebody types: a pattern that takes too long once is not tried again.
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(100);

    private Regex? _regex;
    private volatile bool _isTooSlow;

    /// <summary>Whether this is a pattern.</summary>
    public bool IsPattern => kind == ConstraintKind.Pattern;

    /// <summary>Returns what was expected and what came, or null if the value is accepted or the check is about something else.</summary>
    /// <param name="value">A constant of C#.</param>
    public string? Refusal(object value) => operand switch
    {
        long bound when Integer(value) is { } integer => Refusal(integer.CompareTo(bound), bound, integer),
        double bound when Number(value) is { } number && !double.IsNaN(number) => Refusal(number.CompareTo(bound), bound, number),
        int count when value is string text => kind switch
        {
            ConstraintKind.MinLength or ConstraintKind.MaxLength => Counted(CodePoints(text), count, "character"),
            _ => null,
        },
        string regex when value is string text && !Matches(text, regex) =>
            $"expected a string that matches {pattern ?? regex}, got '{ShownText.Of(text)}'",
        _ => null,
    };

    /// <summary>Returns what was expected and what came, or null if the number of items is accepted.</summary>
    /// <param name="items">The number of items.</param>
    /// <param name="hasMore">Whether there may be more, because a part of the list is only known at run time.</param>
    public string? RefusalOfItems(int items, bool hasMore) => kind switch
    {
        ConstraintKind.MinItems when hasMore => null,
        ConstraintKind.MinItems or ConstraintKind.MaxItems => Counted(items, (int)operand, "item"),
        _ => null,
    };

    private string? Refusal<T>(int order, T bound, T value)
        where T : IFormattable
    {
        var words = kind switch
        {
            ConstraintKind.Minimum when order < 0 => "at least",
            ConstraintKind.Maximum when order > 0 => "at most",
            ConstraintKind.ExclusiveMinimum when order <= 0 => "more than",
            ConstraintKind.ExclusiveMaximum when order >= 0 => "less than",
            _ => null,
        };
        return words is null ? null : $"expected {words} {Invariant(bound)}, got {Invariant(value)}";
    }

    private string? Counted(int count, int bound, string what)
    {
        var words = kind is ConstraintKind.MinLength or ConstraintKind.MinItems
            ? count < bound ? "at least" : null
            : count > bound ? "at most" : null;
        return words is null ? null : FormattableString.Invariant($"expected {words} {bound} {what}{(bound == 1 ? "" : "s")}, got {count}");
    }

    private bool Matches(string text, string regex)
    {
        if (_isTooSlow)
            return true;
        try
        {
            return (_regex ??= new Regex(regex, RegexOptions.CultureInvariant, PatternTimeout)).IsMatch(text);
        }
        catch (Exception exception) when (exception is RegexMatchTimeoutException or ArgumentException)
        {
            _isTooSlow = true;
            return true;
        }
    }

    // The runtime counts a half of a surrogate pair as one character.
    private static int CodePoints(string text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
                count--;
        }

        return count;
    }

    private static long? Integer(object value) => value switch
    {
        sbyte or byte or short or ushort or int or uint or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        char character => character,
        ulong large and <= long.MaxValue => (long)large,
        _ => null,
    };

    private static double? Number(object value) => value switch
    {
        float or double or ulong => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => Integer(value),
    };

    // "R" is the shortest text in every framework that runs the compiler.
    private static string Invariant(IFormattable value) => value.ToString(value is double ? "R" : null, CultureInfo.InvariantCulture);
}
