using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Recoup.Typed.Generated;

/// <content>Checks the bounds of a schema. Each check follows the value that it checks.</content>
public sealed partial class CallWriter
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(250);

    /// <summary>Checks <c>minimum</c>.</summary>
    public CallWriter Minimum(long? value, long bound) =>
        Check(!(value < bound), "at least", bound, value);

    /// <summary>Checks <c>minimum</c>.</summary>
    public CallWriter Minimum(double? value, double bound) =>
        Check(!(value < bound), "at least", bound, value);

    /// <summary>Checks <c>maximum</c>.</summary>
    public CallWriter Maximum(long? value, long bound) =>
        Check(!(value > bound), "at most", bound, value);

    /// <summary>Checks <c>maximum</c>.</summary>
    public CallWriter Maximum(double? value, double bound) =>
        Check(!(value > bound), "at most", bound, value);

    /// <summary>Checks <c>exclusiveMinimum</c>.</summary>
    public CallWriter ExclusiveMinimum(long? value, long bound) =>
        Check(!(value <= bound), "more than", bound, value);

    /// <summary>Checks <c>exclusiveMinimum</c>.</summary>
    public CallWriter ExclusiveMinimum(double? value, double bound) =>
        Check(!(value <= bound), "more than", bound, value);

    /// <summary>Checks <c>exclusiveMaximum</c>.</summary>
    public CallWriter ExclusiveMaximum(long? value, long bound) =>
        Check(!(value >= bound), "less than", bound, value);

    /// <summary>Checks <c>exclusiveMaximum</c>.</summary>
    public CallWriter ExclusiveMaximum(double? value, double bound) =>
        Check(!(value >= bound), "less than", bound, value);

    /// <summary>Checks <c>minLength</c>, in code points.</summary>
    public CallWriter MinLength(string? value, int bound)
    {
        // A code point is one or two characters: most strings need no count.
        if (value is not null && value.Length / 2 < bound && Length(value) is var length && length < bound)
            Refuse($"expected at least {Counted(bound, "character")}, got {length}");
        return this;
    }

    /// <summary>Checks <c>maxLength</c>, in code points.</summary>
    public CallWriter MaxLength(string? value, int bound)
    {
        if (value is not null && value.Length > bound && Length(value) is var length && length > bound)
            Refuse($"expected at most {Counted(bound, "character")}, got {length}");
        return this;
    }

    /// <summary>Checks <c>minItems</c>.</summary>
    public CallWriter MinItems<T>(IReadOnlyCollection<T>? value, int bound)
    {
        if (value?.Count < bound)
            Refuse($"expected at least {Counted(bound, "item")}, got {value.Count}");
        return this;
    }

    /// <summary>Checks <c>maxItems</c>.</summary>
    public CallWriter MaxItems<T>(IReadOnlyCollection<T>? value, int bound)
    {
        if (value?.Count > bound)
            Refuse($"expected at most {Counted(bound, "item")}, got {value.Count}");
        return this;
    }

    /// <summary>Checks <c>pattern</c>.</summary>
    /// <param name="value">The string; null is not checked.</param>
    /// <param name="regex">The pattern as a .NET regular expression.</param>
    /// <param name="pattern">The pattern as the schema spells it, if that differs.</param>
    public CallWriter Pattern(string? value, string regex, string? pattern = null)
    {
        if (value is not null && !Matches(value, regex))
            Refuse($"expected a string that matches {pattern ?? regex}, got '{value}'");
        return this;
    }

    // If a match takes too long, the server decides: the value may well be right.
    private static bool Matches(string value, string regex)
    {
        try
        {
            return Patterns.GetOrAdd(regex, static regex => new Regex(regex, RegexOptions.CultureInvariant, PatternTimeout)).IsMatch(value);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static string Counted(int count, string what) =>
        FormattableString.Invariant($"{count} {what}{(count == 1 ? "" : "s")}");

    private static int Length(string text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes())
            length++;
        return length;
    }

    private CallWriter Check<T>(bool holds, string words, T bound, T? value)
        where T : struct
    {
        if (!holds)
            Refuse(FormattableString.Invariant($"expected {words} {bound}, got {value}"));
        return this;
    }
}
