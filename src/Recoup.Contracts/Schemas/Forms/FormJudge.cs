using System.Text.Json;
using System.Text.RegularExpressions;
using Recoup.Schemas;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>Validates values against forms with the schema engine. Each form is compiled once.</summary>
internal sealed class FormJudge(Effort effort)
{
    private static readonly TimeSpan MostTime = TimeSpan.FromMilliseconds(250);

    private const int WorkOfValidation = 20;
    private const int WorkOfSample = 200;
    private const int WorkOfComparison = 500;

    private readonly FormUnrolling _unrolling = new();
    private readonly Dictionary<string, (JsonSchema? Schema, int Size)> _compiled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Regex?> _patterns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PatternComparison> _comparisons = new(StringComparer.Ordinal);

    /// <summary>The compiled schema of a form; null if the engine rejects it.</summary>
    public JsonSchema? Compile(Form form) => Find(form).Schema;

    private (JsonSchema? Schema, int Size) Find(Form form)
    {
        if (!_compiled.TryGetValue(form.Key, out var compiled))
        {
            var printed = FormPrinter.Print(form);
            var size = printed.GetRawText().Length / 8;
            effort.Spend(size);
            compiled = (JsonSchema.TryParse(printed, null, out var schema, out _) ? schema : null, size);
            _compiled.Add(form.Key, compiled);
        }

        return compiled;
    }

    /// <summary>The work that is left for proofs and for the search.</summary>
    public Effort Effort => effort;

    public bool Accepts(Form form, JsonElement value) => Compile(form) is { } schema && Accepts(schema, value);

    public bool Accepts(JsonSchema schema, JsonElement value)
    {
        effort.Spend(WorkOfValidation + value.ValueKind switch
        {
            JsonValueKind.Object => value.GetPropertyCount(),
            JsonValueKind.Array => value.GetArrayLength(),
            _ => 0,
        });
        return schema.IsValid(value);
    }

    /// <summary>A small value that a form accepts; null if the engine finds none.</summary>
    public JsonElement? Sample(Form form, int seed, SampleProperties properties = SampleProperties.Some)
    {
        if (Find(_unrolling.Of(form)) is not ({ } schema, var size))
            return null;
        effort.Spend(WorkOfSample + size);
        return schema.CreateSample(new SampleOptions { Seed = seed, Properties = properties });
    }

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
            effort.Spend(WorkOfComparison);
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
