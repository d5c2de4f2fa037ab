using System.Text.Json;
using Recoup.Schemas;

namespace Recoup.Fuzzing.Targets;

/// <summary>
/// A schema and an instance: the schema is the first line of the input, the instance is the rest. No exception; a schema that compiles
/// can judge every instance; all ways to ask agree; violations are listed exactly if the instance is invalid; a sample is valid.
/// </summary>
internal static class SchemaTarget
{
    // Smaller than the defaults, so that no input takes long.
    private static readonly JsonSchemaLimits Limits = new()
    {
        EvaluationSteps = 200_000,
        SampleSteps = 50_000,
        Subschemas = 20_000,
        Violations = 100,
    };

    private static readonly JsonSchemaOptions[] Options =
    [
        new() { Limits = Limits },
        new() { Limits = Limits, AssertFormat = true, HonorNullable = true, DefaultDraft = SchemaDraft.Draft4 },
    ];

    public static void Run(ReadOnlyMemory<byte> input)
    {
        var end = input.Span.IndexOf((byte)'\n');
        if (end < 0 || !TryParse(input[..end], out var schema) || !TryParse(input[end..], out var instance))
            return;
        foreach (var options in Options)
        {
            if (!JsonSchema.TryParse(schema, options, out var compiled, out var problems))
            {
                Promise.That(problems.Count > 0 && problems.All(problem => problem.Message.Length > 0), "a refused schema has problems");
                continue;
            }

            Judge(compiled, instance);
            Sample(compiled);
        }
    }

    private static void Judge(JsonSchema schema, JsonElement instance)
    {
        var isValid = schema.IsValid(instance);
        long steps = Limits.EvaluationSteps;
        var within = schema.Evaluate(instance, ref steps);
        var result = schema.Validate(instance);
        Promise.Same(isValid, within ?? false, "IsValid and Evaluate");
        Promise.Same(isValid, result.IsValid, "IsValid and Validate");
        Promise.Same(isValid, result.Violations.Count == 0, "IsValid and the violations");
        Promise.Same(isValid, schema.IsValid(instance), "two validations");
        Promise.That(result.Violations.All(violation => violation.Message.Length > 0), "a violation has a message");
        _ = result.ToBasicOutput();
    }

    private static void Sample(JsonSchema schema)
    {
        if (schema.TryCreateSample(new SampleOptions(), out var sample, out var reason))
            Promise.That(schema.IsValid(sample), "the sample is valid");
        else
            Promise.That(reason.Length > 0, "the lack of a sample has a reason");
    }

    // As deep as an API's server reads requests.
    private static bool TryParse(ReadOnlyMemory<byte> utf8, out JsonElement element)
    {
        try
        {
            element = JsonElement.Parse(utf8.Span, new JsonDocumentOptions { MaxDepth = 256 });
            return true;
        }
        catch (JsonException)
        {
            element = default;
            return false;
        }
    }
}
