using System.Text.Json;
using System.Text.RegularExpressions;
using Recoup.Schemas;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>Validates values against forms with the schema engine. Each form is compiled once.</summary>
internal sealed class FormJudge
{
    private static readonly TimeSpan MostTime = TimeSpan.FromMilliseconds(250);

    private readonly Dictionary<string, JsonSchema?> _compiled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Regex?> _patterns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PatternComparison> _comparisons = new(StringComparer.Ordinal);

    /// <summary>The compiled schema of a form; null if the engine rejects it.</summary>
    public JsonSchema? Compile(Form form)
    {
        if (!_compiled.TryGetValue(form.Key, out var compiled))
        {
            compiled = JsonSchema.TryParse(FormPrinter.Print(form), null, out var schema, out _) ? schema : null;
            _compiled.Add(form.Key, compiled);
        }

        return compiled;
    }

    public bool Accepts(Form form, JsonElement value) => Compile(form)?.IsValid(value) == true;

    /// <summary>Whether a text matches a pattern; null if the pattern cannot be run.</summary>
    public bool? Matches(string pattern, string text)
    {
        if (!_patterns.TryGetValue(pattern, out var regex))
        {
            regex = Translate(pattern);
            _patterns.Add(pattern, regex);
        }

        try
        {
            return regex?.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>Compares the texts that match all of some patterns with the texts that match any of the others.</summary>
    public PatternComparison Compare(IReadOnlyCollection<string> patterns, IReadOnlyCollection<string> others)
    {
        var question = string.Concat(patterns.Select(Part)) + "|" + string.Concat(others.Select(Part));
        if (!_comparisons.TryGetValue(question, out var comparison))
        {
            comparison = SchemaPattern.Compare(patterns, others);
            _comparisons.Add(question, comparison);
        }

        return comparison;

        static string Part(string pattern) => FormattableString.Invariant($"{pattern.Length}:{pattern}");
    }

    private static Regex? Translate(string pattern)
    {
        if (!SchemaPattern.TryTranslate(pattern, out var translated))
            return null;
        try
        {
            return new Regex(translated, RegexOptions.CultureInvariant, MostTime);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
