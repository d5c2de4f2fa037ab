using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Recoup.Typed.Generated;

/// <content>The bounds of a schema, checked right behind the value they bound.</content>
public sealed partial class CallWriter
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(250);

    /// <summary>Checks <c>minimum</c>.</summary>
    public void Minimum(long? value, long bound, [CallerArgumentExpression(nameof(value))] string? parameter = null) =>
        Check(!(value < bound), "at least", bound, value, parameter);

    /// <summary>Checks <c>minimum</c>.</summary>
    public void Minimum(double? value, double bound, [CallerArgumentExpression(nameof(value))] string? parameter = null) =>
        Check(!(value < bound), "at least", bound, value, parameter);

    /// <summary>Checks <c>maximum</c>.</summary>
    public void Maximum(long? value, long bound, [CallerArgumentExpression(nameof(value))] string? parameter = null) =>
        Check(!(value > bound), "at most", bound, value, parameter);

    /// <summary>Checks <c>maximum</c>.</summary>
    public void Maximum(double? value, double bound, [CallerArgumentExpression(nameof(value))] string? parameter = null) =>
        Check(!(value > bound), "at most", bound, value, parameter);

    /// <summary>Checks <c>exclusiveMinimum</c>.</summary>
    public void ExclusiveMinimum(long? value, long bound, [CallerArgumentExpression(nameof(value))] string? parameter = null) =>
        Check(!(value <= bound), "more than", bound, value, parameter);

    /// <summary>Checks <c>exclusiveMinimum</c>.</summary>
    public void ExclusiveMinimum(double? value, double bound, [CallerArgumentExpression(nameof(value))] string? parameter = null) =>
        Check(!(value <= bound), "more than", bound, value, parameter);

    /// <summary>Checks <c>exclusiveMaximum</c>.</summary>
    public void ExclusiveMaximum(long? value, long bound, [CallerArgumentExpression(nameof(value))] string? parameter = null) =>
        Check(!(value >= bound), "less than", bound, value, parameter);

    /// <summary>Checks <c>exclusiveMaximum</c>.</summary>
    public void ExclusiveMaximum(double? value, double bound, [CallerArgumentExpression(nameof(value))] string? parameter = null) =>
        Check(!(value >= bound), "less than", bound, value, parameter);

    /// <summary>Checks <c>minLength</c>, in code points.</summary>
    public void MinLength(string? value, int bound, [CallerArgumentExpression(nameof(value))] string? parameter = null)
    {
        // A code point has one or two characters: most texts need no count.
        if (value is not null && value.Length / 2 < bound && Length(value) is var length && length < bound)
            Refuse($"expected at least {Counted(bound, "character")}, got {length}", parameter);
    }

    /// <summary>Checks <c>maxLength</c>, in code points.</summary>
    public void MaxLength(string? value, int bound, [CallerArgumentExpression(nameof(value))] string? parameter = null)
    {
        if (value is not null && value.Length > bound && Length(value) is var length && length > bound)
            Refuse($"expected at most {Counted(bound, "character")}, got {length}", parameter);
    }

    /// <summary>Checks <c>minItems</c>.</summary>
    public void MinItems<T>(IReadOnlyCollection<T>? value, int bound, [CallerArgumentExpression(nameof(value))] string? parameter = null)
    {
        if (value?.Count < bound)
            Refuse($"expected at least {Counted(bound, "item")}, got {value.Count}", parameter);
    }

    /// <summary>Checks <c>maxItems</c>.</summary>
    public void MaxItems<T>(IReadOnlyCollection<T>? value, int bound, [CallerArgumentExpression(nameof(value))] string? parameter = null)
    {
        if (value?.Count > bound)
            Refuse($"expected at most {Counted(bound, "item")}, got {value.Count}", parameter);
    }

    /// <summary>Checks <c>pattern</c>.</summary>
    /// <param name="value">The text; null is not checked.</param>
    /// <param name="regex">The pattern in .NET's spelling.</param>
    /// <param name="pattern">The pattern as the schema spells it, where that differs.</param>
    /// <param name="parameter">The argument.</param>
    public void Pattern(string? value, string regex, string? pattern = null, [CallerArgumentExpression(nameof(value))] string? parameter = null)
    {
        if (value is not null && !Matches(value, regex))
            Refuse($"expected a text that matches {pattern ?? regex}, got '{value}'", parameter);
    }

    // A match that takes too long is left to the server: the value is the caller's own, and may well be right.
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

    private void Check<T>(bool holds, string words, T bound, T? value, string? parameter)
        where T : struct
    {
        if (!holds)
            Refuse(FormattableString.Invariant($"expected {words} {bound}, got {value}"), parameter);
    }

    // The value at fault is written already.
    [DoesNotReturn]
    private void Refuse(string what, string? parameter) =>
        throw new ArgumentException($"{_slug}: {Pointer(isBehindValue: true)}: {what}", NameOf(parameter));

    /// <summary>Where the writer stands, as a JSON pointer (RFC 6901), read off what it has written.</summary>
    /// <param name="isBehindValue">Whether the value that is meant is the last one written, or the next one.</param>
    private string Pointer(bool isBehindValue = false)
    {
        _json.Flush();
        var steps = new Stack<(byte[]? Name, int Index)>();
        var reader = new Utf8JsonReader(_buffer.WrittenSpan, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = 1000 }));
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    steps.Push((null, -1));
                    break;
                case JsonTokenType.StartArray:
                    steps.Push((null, 0));
                    break;
                case JsonTokenType.PropertyName:
                    // As it is spelled: a constant of the catalog may hold names that are no text.
                    steps.Pop();
                    steps.Push((reader.ValueSpan.ToArray(), -1));
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    steps.Pop();
                    Advance(steps);
                    break;
                default:
                    Advance(steps);
                    break;
            }
        }

        // A number at the very end might go on, so that the reader has not counted it.
        if (isBehindValue && reader.BytesConsumed == _buffer.WrittenCount && steps.TryPeek(out var last) && last.Index > 0)
        {
            steps.Pop();
            steps.Push((null, last.Index - 1));
        }

        var pointer = new StringBuilder();
        foreach (var step in steps.Reverse())
        {
            if (step.Name is not null)
                pointer.Append('/').Append(Unescape(step.Name).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
            else if (step.Index >= 0)
                pointer.Append('/').Append(step.Index.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return pointer.Length == 0 ? "the parameters" : pointer.ToString();
    }

    private static string Unescape(byte[] name)
    {
        var reader = new Utf8JsonReader([(byte)'"', .. name, (byte)'"']);
        reader.Read();
        return reader.GetString()!;
    }

    private static void Advance(Stack<(byte[]? Name, int Index)> steps)
    {
        if (steps.TryPeek(out var step) && step.Index >= 0)
        {
            steps.Pop();
            steps.Push((null, step.Index + 1));
        }
    }
}
