using System.Text.Json;
using Recoup.Contracts.Json;
using Recoup.Schemas;

namespace Recoup.Contracts.Schemas.Forms;

/// <summary>Validates values against forms with the schema engine. Each form is compiled once.</summary>
internal sealed class FormJudge(Effort effort)
{
    /// <summary>
    /// The limits of each evaluation and of each sample: the search tries many small values, so none of them may take long.
    /// </summary>
    public static JsonSchemaLimits Limits { get; } = new() { EvaluationSteps = 500_000, SampleSteps = 50_000 };

    private static readonly JsonSchemaOptions Options = new() { Limits = Limits };

    /// <summary>The steps of the engine that are one unit of work.</summary>
    private const int StepsOfWork = 40;

    /// <summary>The length of a schema that takes one unit of work to print and to compile.</summary>
    private const int LengthOfWork = 8;

    private const int WorkOfValidation = 20;
    private const int WorkOfSample = 200;
    private const int WorkOfComparison = 500;

    /// <summary>The size of the compiled forms that are kept, as <see cref="Find"/> counts it.</summary>
    private const int MostKept = 500_000;

    private readonly FormUnrolling _unrolling = new();
    private readonly Dictionary<string, (JsonSchema? Schema, int Size)> _compiled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PatternComparison> _comparisons = new(StringComparer.Ordinal);
    private int _kept;

    /// <summary>The compiled schema of a form; null if the engine rejects it.</summary>
    public JsonSchema? Compile(Form form) => Find(form).Schema;

    private (JsonSchema? Schema, int Size) Find(Form form)
    {
        if (!_compiled.TryGetValue(form.Key, out var compiled))
        {
            var printed = FormPrinter.Print(form);
            var size = printed.GetRawText().Length / LengthOfWork;
            effort.Spend(size);
            compiled = (JsonSchema.TryParse(printed, Options, out var schema, out _) ? schema : null, size);
            _kept += size;
            if (_kept > MostKept)
            {
                _compiled.Clear();
                _kept = size;
            }

            _compiled.Add(form.Key, compiled);
        }

        return compiled;
    }

    /// <summary>The work that is left for proofs and for the search.</summary>
    public Effort Effort => effort;

    /// <summary>The values for which the engine gave no verdict, because their evaluation reached a limit.</summary>
    public int Undecided { get; private set; }

    /// <summary>Whether a form is known to accept a value.</summary>
    public bool Accepts(Form form, JsonElement value) => Compile(form) is { } schema && Accepts(schema, value);

    /// <summary>Whether a schema is known to accept a value.</summary>
    public bool Accepts(JsonSchema schema, JsonElement value) => Evaluate(schema, value) == true;

    /// <summary>Whether a form is known to reject a value. A form may be known neither to accept nor to reject it.</summary>
    public bool Rejects(Form form, JsonElement value) => Compile(form) is { } schema && Rejects(schema, value);

    /// <summary>Whether a schema is known to reject a value.</summary>
    public bool Rejects(JsonSchema schema, JsonElement value) => Evaluate(schema, value) == false;

    private bool? Evaluate(JsonSchema schema, JsonElement value)
    {
        effort.Spend(WorkOfValidation);
        var steps = StepsLeft;
        var left = steps;
        var isValid = schema.Evaluate(value, ref left);
        effort.Spend((steps - left) / StepsOfWork);
        if (isValid is null)
            Undecided++;
        return isValid;
    }

    /// <summary>A small value that a form accepts; null if the engine finds none.</summary>
    public JsonElement? Sample(Form form, int seed, SampleProperties properties = SampleProperties.Some)
    {
        if (Find(_unrolling.Of(form)) is not ({ } schema, var size))
            return null;
        effort.Spend(WorkOfSample + size);
        var steps = StepsLeft;
        var left = steps;
        var found = schema.TryCreateSample(new SampleOptions { Seed = seed, Properties = properties }, ref left, out var sample, out _);
        effort.Spend((steps - left) / StepsOfWork);
        return found ? sample : null;
    }

    // A little more than the work that is left, so that a call that takes all of it ends the comparison.
    private long StepsLeft => (effort.Left + 1) * StepsOfWork;

    /// <summary>Whether a text matches a pattern; null if the pattern cannot be run, or takes too many steps.</summary>
    public bool? Matches(string pattern, string text) =>
        Compile(new Form { Pattern = pattern }) is { } schema ? Evaluate(schema, JsonValues.Text(text)) : null;

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
}
