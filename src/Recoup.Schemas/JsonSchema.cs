using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Keywords;
using Recoup.Schemas.Platform;
using Recoup.Schemas.Samples;
using Recoup.Schemas.Sources;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas;

/// <summary>
/// A compiled JSON Schema. Compile a schema once and validate many instances: a <see cref="JsonSchema"/> is immutable and can be shared
/// between threads.
/// </summary>
public sealed class JsonSchema
{
    private readonly SchemaNode _root;
    private readonly JsonSchemaLimits _limits;

    private JsonSchema(SchemaNode root, JsonSchemaLimits limits)
    {
        _root = root;
        _limits = limits;
    }

    /// <summary>The draft of the schema: the one that <c>$schema</c> names, or else <see cref="JsonSchemaOptions.DefaultDraft"/>.</summary>
    public SchemaDraft Draft => _root.Source.Resource.Dialect.Draft;

    /// <summary>Compiles a schema.</summary>
    /// <param name="schema">The schema, an object or a boolean. Its document can be disposed afterwards.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <exception cref="JsonSchemaException">The schema has problems. The exception lists all of them, each with its location.</exception>
    public static JsonSchema Parse(JsonElement schema, JsonSchemaOptions? options = null) =>
        TryParse(schema, options, out var compiled, out var problems) ? compiled : throw new JsonSchemaException(problems);

    /// <summary>Compiles a schema from JSON text.</summary>
    /// <inheritdoc cref="Parse(JsonElement, JsonSchemaOptions?)"/>
    public static JsonSchema Parse(string schema, JsonSchemaOptions? options = null)
    {
        if (!SchemaText.TryRead(Guard.NotNull(schema), out var element, out var problem))
            throw new JsonSchemaException([problem]);
        return Parse(element, options);
    }

    /// <summary>Compiles a schema, or lists its problems. An invalid schema does not throw.</summary>
    /// <param name="schema">The schema, an object or a boolean. Its document can be disposed afterwards.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    /// <param name="compiled">The compiled schema if the method returns true.</param>
    /// <param name="problems">All problems, each with its location. Empty if the method returns true.</param>
    public static bool TryParse(
        JsonElement schema, JsonSchemaOptions? options,
        [NotNullWhen(true)] out JsonSchema? compiled, out IReadOnlyList<SchemaProblem> problems)
    {
        if (schema.ValueKind == JsonValueKind.Undefined)
            throw new ArgumentException("The schema is undefined: default(JsonElement) holds no JSON.", nameof(schema));

        options ??= JsonSchemaOptions.Default;
        var root = SchemaCompiler.Compile(schema.Clone(), options, DraftTable.Dialects, out problems);
        compiled = root is null ? null : new JsonSchema(root, options.Limits);
        return compiled is not null;
    }

    /// <summary>
    /// Whether an instance satisfies the schema. Stops at the first violation. On .NET 8 and later, where the UTF-8 of an element can be
    /// read in place, nothing is allocated if the instance is valid.
    /// </summary>
    /// <param name="instance">The JSON to validate.</param>
    public bool IsValid(JsonElement instance)
    {
        var run = new Evaluation(_limits, trace: null);
        return run.Judge(_root, instance);
    }

    /// <summary>
    /// Whether an instance satisfies the schema, within a number of steps that several calls share: the work for all of them is bounded.
    /// </summary>
    /// <param name="instance">The JSON to validate.</param>
    /// <param name="steps">
    /// The steps that are left. The call subtracts those that it takes, at most <see cref="JsonSchemaLimits.EvaluationSteps"/>.
    /// </param>
    /// <returns>Null if the evaluation reached a limit: then the schema neither accepts nor rejects the instance.</returns>
    public bool? Evaluate(JsonElement instance, ref long steps)
    {
        var most = StepsOf(steps);
        var run = new Evaluation(_limits, trace: null, most);
        var isValid = run.Judge(_root, instance);
        steps -= most - run.StepsLeft;
        return run.Exhausted ? null : isValid;
    }

    /// <summary>
    /// Validates an instance and lists its violations, up to <see cref="JsonSchemaLimits.Violations"/>. The result always agrees with
    /// <see cref="IsValid"/>.
    /// </summary>
    /// <param name="instance">The JSON to validate.</param>
    public ValidationResult Validate(JsonElement instance)
    {
        // One evaluation that stops at the first violation, and one that lists them.
        var steps = 2L * _limits.EvaluationSteps;
        return Validate(instance, ref steps);
    }

    /// <summary>
    /// Validates an instance and lists its violations, within a number of steps that several calls share: the work for all of them is
    /// bounded. If the steps are used up, the instance is invalid, and the last violation has the keyword <c>(limit)</c>.
    /// </summary>
    /// <param name="instance">The JSON to validate.</param>
    /// <param name="steps">
    /// The steps that are left. The call subtracts those that it takes, at most twice <see cref="JsonSchemaLimits.EvaluationSteps"/>.
    /// </param>
    public ValidationResult Validate(JsonElement instance, ref long steps)
    {
        if (Evaluate(instance, ref steps) == true)
            return new ValidationResult([]);

        var trace = new Trace(_limits.Violations);
        var most = StepsOf(steps);
        var run = new Evaluation(_limits, trace, most);
        run.Judge(_root, instance);
        steps -= most - run.StepsLeft;
        return new ValidationResult(trace.Violations);
    }

    /// <summary>
    /// Creates a small instance that satisfies the schema, from its examples and defaults if they are valid, or else from its keywords. The
    /// same schema and seed always give the same sample. A change in one part of the schema does not change the samples of other parts.
    /// </summary>
    /// <param name="seed">Selects among the possible samples.</param>
    /// <returns>
    /// A valid instance, or null if none was found: no instance is valid, or the search gave up. <c>TryCreateSample</c> says why.
    /// </returns>
    public JsonElement? CreateSample(int seed = 0) => CreateSample(new SampleOptions { Seed = seed });

    /// <inheritdoc cref="CreateSample(int)"/>
    /// <param name="options">The seed, and which optional properties to include.</param>
    public JsonElement? CreateSample(SampleOptions options) => TryCreateSample(options, out var sample, out _) ? sample : null;

    /// <summary>Creates a sample as <see cref="CreateSample(SampleOptions)"/> does, or says why there is none.</summary>
    /// <param name="options">The seed, and which optional properties to include.</param>
    /// <param name="sample">A valid instance if the method returns true.</param>
    /// <param name="reason">
    /// Why there is none: <see cref="JsonSchemaLimits.SampleSteps"/> are used up, a keyword demands more than a sample can have (its
    /// location comes first), or no instance was found. Null if the method returns true.
    /// </param>
    public bool TryCreateSample(SampleOptions options, out JsonElement sample, [NotNullWhen(false)] out string? reason)
    {
        long steps = _limits.SampleSteps;
        return TryCreateSample(options, ref steps, out sample, out reason);
    }

    /// <summary>Creates a sample within a number of steps that several calls share, or says why there is none.</summary>
    /// <param name="options">The seed, and which optional properties to include.</param>
    /// <param name="steps">
    /// The steps that are left. The call subtracts those that it takes, at most <see cref="JsonSchemaLimits.SampleSteps"/>.
    /// </param>
    /// <param name="sample">A valid instance if the method returns true.</param>
    /// <param name="reason">Why there is none. Null if the method returns true.</param>
    public bool TryCreateSample(
        SampleOptions options, ref long steps, out JsonElement sample, [NotNullWhen(false)] out string? reason)
    {
        var most = (int)Math.Min(Math.Max(steps, 0), _limits.SampleSteps);
        var sampler = new Sampler(_root, _limits, Guard.NotNull(options), most);
        var found = sampler.Build();
        steps -= most - sampler.Budget.Left;
        sample = found ?? default;
        reason = found is null ? sampler.Budget.Reason : null;
        return found is not null;
    }

    private int StepsOf(long left) => (int)Math.Min(Math.Max(left, 0), _limits.EvaluationSteps);
}
