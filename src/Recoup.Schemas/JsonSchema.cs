using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Recoup.Schemas.Compilation;
using Recoup.Schemas.Platform;
using Recoup.Schemas.Reading;
using Recoup.Schemas.Sampling;
using Recoup.Schemas.Validation;

namespace Recoup.Schemas;

/// <summary>
/// A compiled JSON Schema. Compile once, judge many: an instance of this class is immutable and safe to share between threads.
/// </summary>
public sealed class JsonSchema
{
    private readonly SchemaProgram _program;

    private JsonSchema(SchemaProgram program) => _program = program;

    /// <summary>The draft that the schema is read as: what its <c>$schema</c> names, else <see cref="JsonSchemaOptions.DefaultDraft"/>.</summary>
    public SchemaDraft Draft => _program.Draft;

    /// <summary>Compiles a schema.</summary>
    /// <param name="schema">The schema, an object or a boolean. Its document may be disposed afterwards.</param>
    /// <param name="options">How to read and judge, or null for the defaults.</param>
    /// <exception cref="JsonSchemaException">The schema has problems; all of them are listed, each with its location.</exception>
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

    /// <summary>Compiles a schema, or lists what is wrong with it; throws nothing for a bad schema.</summary>
    /// <param name="schema">The schema, an object or a boolean. Its document may be disposed afterwards.</param>
    /// <param name="options">How to read and judge, or null for the defaults.</param>
    /// <param name="compiled">The compiled schema, when the result is true.</param>
    /// <param name="problems">Every problem found, each with its location; empty when the result is true.</param>
    public static bool TryParse(
        JsonElement schema, JsonSchemaOptions? options,
        [NotNullWhen(true)] out JsonSchema? compiled, out IReadOnlyList<SchemaProblem> problems)
    {
        if (schema.ValueKind == JsonValueKind.Undefined)
            throw new ArgumentException("The schema is undefined: default(JsonElement) holds no JSON.", nameof(schema));

        var program = SchemaCompiler.Compile(schema.Clone(), options ?? JsonSchemaOptions.Default, out problems);
        compiled = program is null ? null : new JsonSchema(program);
        return compiled is not null;
    }

    /// <summary>
    /// Whether an instance satisfies the schema. Stops at the first violation; allocates nothing when the instance is valid
    /// (on .NET 8 and later, where the raw UTF-8 of an element can be read in place).
    /// </summary>
    /// <param name="instance">The JSON to judge.</param>
    public bool IsValid(JsonElement instance)
    {
        var run = new Evaluation(_program, trace: null);
        return run.Judge(Defined(instance));
    }

    /// <summary>Judges an instance and lists every violation. Agrees with <see cref="IsValid"/>.</summary>
    /// <param name="instance">The JSON to judge.</param>
    public ValidationResult Validate(JsonElement instance)
    {
        if (IsValid(instance))
            return new ValidationResult([]);

        var trace = new Trace();
        var run = new Evaluation(_program, trace);
        run.Judge(instance);
        return new ValidationResult(trace.Violations);
    }

    /// <summary>
    /// Builds a small instance that satisfies the schema: from its examples and defaults where those are valid, else from its keywords.
    /// The same schema and seed give the same sample; a change in one part of the schema leaves the others' samples as they are.
    /// </summary>
    /// <param name="seed">Decides wherever the schema leaves a choice.</param>
    /// <returns>A valid instance, or null where none was found: the schema admits none, or one too hard to find.</returns>
    public JsonElement? CreateSample(int seed = 0) => CreateSample(new SampleOptions { Seed = seed });

    /// <inheritdoc cref="CreateSample(int)"/>
    /// <param name="options">The seed, and which optional properties the sample shall have.</param>
    public JsonElement? CreateSample(SampleOptions options) => new Sampler(_program, Guard.NotNull(options)).Build();

    private static JsonElement Defined(JsonElement instance) => instance.ValueKind != JsonValueKind.Undefined
        ? instance
        : throw new ArgumentException("The instance is undefined: default(JsonElement) holds no JSON.", nameof(instance));
}
